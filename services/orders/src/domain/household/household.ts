import { accept, reject, unreachable, type By, type Decider } from '@baogong/decider';
import { householdOf, type Instant, type Territory } from '@baogong/kernel';

/** How a wish reaches us: from the household itself, from a desk that helps it, or from a platform it trusts. */
export type Channel = 'api' | 'desk' | 'platform';

type Registration = { householdId: string; territory: Territory; people: number; members: string[] };
type Composition = Pick<Registration, 'people' | 'members'>;

export type HouseholdEvent =
  | { type: 'HouseholdRegistered'; at: Instant; data: Registration }
  | { type: 'HouseholdAmended'; at: Instant; data: Registration }
  | { type: 'ConsentRecorded'; at: Instant; data: { householdId: string; platform: string } };

export type HouseholdCommand =
  | { type: 'RegisterHousehold'; at: Instant; by: By; data: Registration }
  | { type: 'AmendHousehold'; at: Instant; by: By; data: Composition }
  | { type: 'RecordConsent'; at: Instant; by: By; data: { platform: string; channel: Channel } };

export type HouseholdRejection =
  'already-registered' | 'no-people' | 'territory-of-another-household' | 'not-registered' | 'not-your-household';

export type HouseholdState =
  | { status: 'none' }
  | {
      status: 'registered';
      householdId: string;
      territory: Territory;
      people: number;
      members: string[];
      consents: string[];
    };

export const household: Decider<HouseholdState, HouseholdCommand, HouseholdEvent, HouseholdRejection> = {
  initial: { status: 'none' },

  decide(command, state) {
    switch (command.type) {
      case 'RegisterHousehold':
        return register(command, state);
      case 'AmendHousehold':
        return amend(command, state);
      case 'RecordConsent':
        return recordConsent(command, state);
      default:
        return unreachable(command);
    }
  },

  evolve(state, event) {
    switch (event.type) {
      case 'HouseholdRegistered':
        return { status: 'registered', ...event.data, consents: [] };
      case 'HouseholdAmended':
        return state.status === 'none' ? state : { ...state, ...event.data };
      case 'ConsentRecorded':
        return state.status === 'none' ? state : { ...state, consents: [...state.consents, event.data.platform] };
      default:
        return unreachable(event);
    }
  },
};

function register({ at, data }: Extract<HouseholdCommand, { type: 'RegisterHousehold' }>, state: HouseholdState) {
  if (state.status !== 'none') return reject('already-registered', { householdId: state.householdId });
  if (data.people < 1) return reject('no-people');
  if (householdOf(data.territory) !== data.householdId) return reject('territory-of-another-household');
  return accept<HouseholdEvent>({ type: 'HouseholdRegistered', at, data });
}

/** Told each time, the same composition too: what else was corrected lies in the vault, under this event's version. */
function amend({ at, data }: Extract<HouseholdCommand, { type: 'AmendHousehold' }>, state: HouseholdState) {
  if (state.status === 'none') return reject('not-registered');
  if (data.people < 1) return reject('no-people');
  const { householdId, territory } = state;
  const { people, members } = data;
  return accept<HouseholdEvent>({ type: 'HouseholdAmended', at, data: { householdId, territory, people, members } });
}

function recordConsent({ at, by, data }: Extract<HouseholdCommand, { type: 'RecordConsent' }>, state: HouseholdState) {
  if (state.status === 'none') return reject('not-registered');
  if (data.channel === 'api' && !by.households.includes(state.householdId)) return reject('not-your-household');
  if (state.consents.includes(data.platform)) return accept<HouseholdEvent>(); // given before
  const { householdId } = state;
  return accept<HouseholdEvent>({ type: 'ConsentRecorded', at, data: { householdId, platform: data.platform } });
}
