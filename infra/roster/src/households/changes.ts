import type { HouseholdBody, Member } from './register.js';

/** What differs, in words without names or numbers of anybody. */
export function changesOf(before: HouseholdBody, after: HouseholdBody): string[] {
  const was = new Map(before.members.map((member) => [member.actorId, member]));
  const is = new Map(after.members.map((member) => [member.actorId, member]));
  const both = after.members.flatMap((member) => {
    const old = was.get(member.actorId);
    return old ? [{ old, member }] : [];
  });
  const differing = (of: (member: Member) => string | undefined) =>
    both.filter(({ old, member }) => of(old) !== of(member));
  return [
    ...counted(after.members.filter(({ actorId }) => !was.has(actorId)).length, 'joins'),
    ...counted(before.members.filter(({ actorId }) => !is.has(actorId)).length, 'leaves'),
    ...counted(differing(({ name }) => name).length, 'renamed'),
    ...counted(differing(({ telephone }) => telephone).length, 'with another telephone'),
    ...(before.people === after.people ? [] : [`people ${before.people} to ${after.people}`]),
    ...((before.needs ?? '') === (after.needs ?? '') ? [] : ['needs']),
  ];
}

const counted = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} resident(s) ${what}`]);
