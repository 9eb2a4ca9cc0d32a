/**
 * Whom a column of actors names to an office: an organisation by its code, a person by the organisation they act for,
 * and all others under one word.
 * @param actor the column, such as `a.actor`
 */
export const organisationOf = (actor: string): string => `
  case when ${actor} = '' then '' else coalesce(
    (select p.actor_id from oversight.actor p where p.actor_id = ${actor} and p.kind = 'organisation'),
    (select min(g.organisation) from oversight.role_grant g where g.actor_id = ${actor}), 'persons') end`;
