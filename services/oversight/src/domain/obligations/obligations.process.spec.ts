import { commandsFor, type DutyNews } from './obligations.process.js';

const at = '2026-04-15T05:00:00.000Z';
const territory = 'd-pudong/s-weifang/c-y/b-07/h-0302';
const promised = '2026-04-15T14:00:00.000Z';
const parcel = { at, parcelId: 'p1', territory };
const asked = (news: DutyNews) =>
  commandsFor(news).map(({ action, stream, data }) => {
    const { action: duty, named, keep } = data as Record<string, unknown>;
    return [action, stream.id, ...[duty, named, keep].filter((word) => word !== undefined)];
  });

describe('what begins and ends a duty', () => {
  it('S42: goods sent: the named consignee has to count them, and the supplier has sent', () => {
    const sent = { at, consignmentId: 'c1', roundId: 'r1', territory, supplier: 'gp-1', consignee: 'pf-y' };
    const [count, send, bring] = asked({ kind: 'consignment-sent', ...sent });
    expect(count).toEqual(['StartDuty', 'obligation-count-c1', 'ReceiveGoods', 'pf-y']);
    expect(bring).toEqual(['StartDuty', 'obligation-bring-c1', 'DeliverToGate', 'gp-1']);
    expect([send![0], send![2]]).toEqual(['FulfilDuty', true]);
    const owed = [{ supplier: 'gp-1', promisedBy: promised }];
    const [begun] = commandsFor({ kind: 'demand-fixed', at, roundId: 'r1', territory, owed });
    expect(begun).toMatchObject({
      stream: { id: send![1] },
      data: { action: 'DispatchConsignment', named: 'gp-1', startedAt: at, promisedBy: promised },
    });
  });
  it('S69: the time of both ends of a delivery counts from the end of the promised window', () => {
    const sent = { at, consignmentId: 'c1', roundId: 'r1', territory, supplier: 'gp-1', consignee: 'pf-y' };
    const from = (promisedBy?: string) =>
      commandsFor({ kind: 'consignment-sent', ...sent, ...(promisedBy ? { promisedBy } : {}) })
        .filter(({ action }) => action === 'StartDuty')
        .map(({ data }) => (data as { startedAt: string }).startedAt);
    expect(from(promised)).toEqual([promised, promised]);
    expect(from('2026-04-15T04:00:00.000Z')).toEqual([at, at]);
    expect(from()).toEqual([at, at]);
  });
  it('S84: a restriction that an organisation added to the policy is its breach', () => {
    const met = { kind: 'restriction-met' as const, at, reportId: 'r1', territory, imposedBy: 'pf-y' };
    expect(asked(met)).toEqual([['StartDuty', 'obligation-restrict-r1', 'AddRestriction', 'pf-y']]);
    expect(commandsFor(met)[0]!.data).toMatchObject({ done: true, subject: { kind: 'rule-report', id: 'r1' } });
  });
  it('goods counted: they were brought and they are counted', () =>
    expect(asked({ kind: 'consignment-counted', at, consignmentId: 'c1', territory, consignee: 'pf-y' })).toEqual([
      ['FulfilDuty', 'obligation-count-c1'],
      ['FulfilDuty', 'obligation-bring-c1'],
    ]));
  it('S82: a parcel planned has to be packed, and carried where it is for a door', () => {
    const planned = { kind: 'parcel-planned' as const, ...parcel, offerIds: ['o1'] };
    expect(asked({ ...planned, door: false })).toEqual([['StartDuty', 'obligation-pack-p1', 'PackParcel']]);
    expect(asked({ ...planned, door: true })[1]).toEqual(['StartDuty', 'obligation-deliver-p1', 'DeliverToDoor']);
  });
  it('a parcel’s way ends its duties one by one, and its withdrawal all of them', () => {
    expect(asked({ kind: 'parcel-packed', ...parcel, by: 'pf-y' })).toEqual([['FulfilDuty', 'obligation-pack-p1']]);
    expect(asked({ kind: 'parcel-accepted', ...parcel, custodian: 'ps-1' })).toEqual([
      ['StartDuty', 'obligation-hand-over-p1', 'HandOverParcel', 'ps-1'],
    ]);
    const over = asked({ kind: 'parcel-handed-over', ...parcel, by: 'ps-1' });
    expect(over.map(([, id]) => id)).toEqual(['obligation-deliver-p1', 'obligation-hand-over-p1']);
    const gone = asked({ kind: 'parcel-ended', parcelId: 'p1', territory, reason: 'withdrawn' });
    expect(gone.map(([action]) => action)).toEqual(['LapseDuty', 'LapseDuty', 'LapseDuty']);
  });
  it('every duty stands at the place of its thing', () =>
    expect(commandsFor({ kind: 'parcel-packed', ...parcel, by: 'pf-y' })[0]!.stream).toEqual({
      id: 'obligation-pack-p1',
      kind: 'obligation',
      territory,
    }));
});
