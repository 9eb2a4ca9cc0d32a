import { newId, type Acting } from '@baogong/client';
import { planOffers, readOffers, type KnownOffer, type Offer, type OfferPlan } from '@baogong/roster';
import { allOf, oneOf } from './asking.js';
import { note, tellChanges, tellFaults, type ImportJob, type Outcome } from './job.js';

const REASON = 'Corrected in the supplier’s list; announced anew.';

/** Announces a supplier's list. @returns whether every line was good */
export async function importOffers(job: ImportJob): Promise<boolean> {
  const list = readOffers(job.rows);
  job.output.out(`${list.rows} rows, ${list.items.length} offers.`);
  if (list.unused.length > 0) job.output.out(`Columns not used: ${list.unused.join(', ')}`);
  const plan = planOffers(list.items, await knownOffers(job));
  tellChanges(
    job,
    'New offers',
    plan.announce.map(({ line, offer }) => `line ${line}: ${offer.sku} ${offer.name}`),
  );
  tellChanges(
    job,
    'Corrected offers, withdrawn and announced anew',
    plan.replace.map(({ line, offer, changes }) => `line ${line}: ${offer.sku} ${offer.name}: ${changes.join(', ')}`),
  );
  job.output.out(`Unchanged: ${plan.unchanged}. Announced and not in the file: ${plan.notNamed}, left as they are.`);
  const done = job.apply ? await carryOut(job, plan) : { faults: [], positions: [] };
  const faults = [...list.faults, ...plan.faults, ...done.faults];
  tellFaults(job, faults);
  return faults.length === 0;
}

/** The importer's own offers that stand. */
async function knownOffers({ acting, community }: ImportJob): Promise<KnownOffer[]> {
  const all = await allOf(acting, '/api/v1/supply-offers');
  const own = all.filter(
    ({ supplier, territory, withdrawnBecause }) =>
      supplier === acting.actor && territory === community && withdrawnBecause === null,
  );
  const offered = own.length === 0 ? new Set<string>() : await offersInRounds(acting, community);
  return own.map((row) => ({
    ...(row as unknown as Offer),
    id: String(row['offerId']),
    inRound: offered.has(String(row['offerId'])),
  }));
}

async function offersInRounds(acting: Acting, community: string): Promise<Set<string>> {
  const rounds = await allOf(acting, '/api/v1/rounds', { territory: community });
  const found = new Set<string>();
  for (const { id } of rounds) {
    const { body } = await oneOf(acting, '/api/v1/rounds/{id}', id);
    for (const { offerId } of body.items) found.add(offerId);
  }
  return found;
}

async function carryOut({ acting, community }: ImportJob, { announce, replace }: OfferPlan): Promise<Outcome> {
  const outcome: Outcome = { faults: [], positions: [] };
  const announced = async (line: number, offer: Offer): Promise<void> => {
    const id = newId();
    const body = { id, territory: community, ...offer };
    note(outcome, line, await acting.post('/api/v1/supply-offers', { key: id, body }));
  };
  for (const { line, offer, id } of replace) {
    const body = { reason: REASON };
    const withdrawn = await acting.post('/api/v1/supply-offers/{id}/withdrawal', { path: { id }, body });
    note(outcome, line, withdrawn);
    if (withdrawn.ok) await announced(line, offer);
  }
  for (const { line, offer } of announce) await announced(line, offer);
  return outcome;
}
