import { Tally } from './finding.js';
import type { Finding } from './finding.js';
import { placeOf } from './log.js';
import type { Data, LoggedEvent, Reader } from './log.js';

interface Rule {
  id: string;
  role: string;
  action: string;
  modality: string;
  validFrom: string;
  validTo?: string;
}
interface Right {
  role: string;
  territory: string;
  actions?: string[];
}
interface Told extends Omit<Right, 'role'> {
  role?: string;
  actorId: string;
  to: string;
  version: number;
}
/** What was done alike: by the same actor, under the same rule, at the same place. */
interface Deeds {
  like: LoggedEvent;
  first: number;
  last: number;
}

const SYSTEM = 'system';
/** A vote stands under a mark of its poll, so that nobody can tell any more whose right to look up. */
const MARK = /^[0-9a-f]{64}$/;
/** A command is judged a moment before its event is recorded. */
const MOMENT_MS = 60_000;

/** What a service does by no rule of the matrix. */
const OWN: Record<string, (event: LoggedEvent) => boolean> = {
  'own-record': ({ actor, role, type }) => actor === SYSTEM && role === SYSTEM && type.endsWith('Decided'),
  installation: ({ actor, role, service }) => actor === SYSTEM && role === SYSTEM && service === 'oversight',
};

/** L11: each event names a rule that allowed its actor to act, in the version of the matrix that it names. */
export class Lawful implements Reader {
  private readonly tally = new Tally('L11');
  private readonly deeds = new Map<string, Deeds>();
  private readonly matrices = new Map<number, Map<string, Rule>>();
  private readonly rights = new Map<string, Right[]>();
  private readonly policies = new Set<string>();

  read(event: LoggedEvent, data: Data): void {
    const { service, type, actor, role, rule, policyVersion, territory } = event;
    const at = Number(event.atMicroseconds) / 1000;
    // By place only as far as rights differ, and by type only where the rule is none of the matrix.
    const key = [service, rule.includes('@') ? '' : type, actor, role, rule, policyVersion, territory].join('\u001f');
    const before = this.deeds.get(key) ?? { like: event, first: at, last: at };
    this.deeds.set(key, { ...before, first: Math.min(before.first, at), last: Math.max(before.last, at) });
    if (service === 'oversight') this.learn(type, data);
  }

  get findings(): Finding[] {
    for (const deeds of this.deeds.values()) {
      const fault = this.faultOf(deeds);
      this.tally.check(fault === undefined, () => `${placeOf(deeds.like)} ${deeds.like.type}: ${fault}`);
    }
    this.deeds.clear();
    return [this.tally.finding];
  }

  private learn(type: string, data: Data): void {
    const { actorId, to, role = 'resident', territory, actions, version } = data as unknown as Told;
    if (type === 'DutyMatrixActivated') this.matrices.set(version, rulesOf(data));
    if (type === 'PolicyIssued' || type === 'LocalParameterSet') this.policies.add(policyOf(territory, version));
    if (!['RoleGranted', 'DutyDelegated', 'ProxyAppointed'].includes(type)) return;
    const holder = type === 'DutyDelegated' ? to : actorId;
    this.rights.set(holder, [...(this.rights.get(holder) ?? []), { role, territory, ...(actions && { actions }) }]);
  }

  private faultOf(deeds: Deeds): string | undefined {
    const { rule: cited, policyVersion } = deeds.like;
    const own = OWN[cited];
    if (own) return own(deeds.like) ? undefined : `${deeds.like.actor} acts by ${cited}`;
    const cut = cited.lastIndexOf('@');
    // Before rules named their version, the version was that of the matrix.
    const [id, version] = cut < 0 ? [cited, policyVersion] : [cited.slice(0, cut), cited.slice(cut + 1)];
    const rule = this.matrices.get(Number(version))?.get(id);
    if (!rule) return `no rule ${id} in version ${version}`;
    return (
      ruleFault(rule, deeds) ?? this.rightFault(rule, deeds.like) ?? (cut < 0 ? undefined : this.policyFault(deeds))
    );
  }

  private rightFault({ action }: Rule, { actor, role, territory }: LoggedEvent): string | undefined {
    if (actor === SYSTEM && role === SYSTEM) return undefined;
    if (action === 'VoteInPoll' && MARK.test(actor)) return undefined;
    return this.holds(actor, { role, territory, action })
      ? undefined
      : `${actor} was never given ${action} as ${role} there`;
  }

  private policyFault({ like: { policyVersion, territory } }: Deeds): string | undefined {
    const known = policyVersion === 0 || this.policies.has(policyOf(territory, policyVersion));
    return known ? undefined : `no policy of version ${policyVersion}`;
  }

  private holds(actor: string, { role, territory, action }: { role: string; territory: string; action: string }) {
    const rights = this.rights.get(actor) ?? [];
    return rights.some(
      (right) =>
        right.role === role && (right.actions?.includes(action) ?? true) && areNear(right.territory, territory),
    );
  }
}

function ruleFault({ id, role, modality, validFrom, validTo }: Rule, { like, first, last }: Deeds): string | undefined {
  if (role !== like.role || modality === 'forbidden') return `${id} does not allow it to ${like.role}`;
  const over = validTo !== undefined && Date.parse(validTo) + MOMENT_MS < last;
  return over || Date.parse(validFrom) > first ? `${id} was not valid then` : undefined;
}

function rulesOf(data: Data): Map<string, Rule> {
  const { since = '', rules } = data as unknown as { since?: string; rules: (Omit<Rule, 'id'> & Partial<Rule>)[] };
  return new Map(
    rules.map((rule) => {
      const id = rule.id ?? `${hyphened(rule.action)}/${rule.role}`;
      return [id, { ...rule, id, validFrom: rule.validFrom ?? since }];
    }),
  );
}

const hyphened = (action: string): string => action.replaceAll(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
const policyOf = (territory: string, version: number): string => `${territory.split('/')[0]} ${version}`;
const COMMUNITY = /^(.*?\/c-[^/]+).*$/;

/** One place lies within the other, or both in one community: what is done further down is the rule's scope to say. */
function areNear(one: string, other: string): boolean {
  const [a, b] = [one, other].map((place) => `${place.replace(COMMUNITY, '$1')}/`) as [string, string];
  return a.startsWith(b) || b.startsWith(a);
}
