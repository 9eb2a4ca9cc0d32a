import { deliveryContracts, inventoryContracts } from '@baogong/contracts';
import { COMMUNITY, Stage } from './stage.js';

const at = (time: string) => `2026-04-15T${time}:00.000Z`;
const { ParcelPacked, ParcelAccepted, ParcelHandedOver } = deliveryContracts;

// The cluster of all specs stops in a hook of its own, after those of this block.
describe('who held what for how long', () => {
  const stage = new Stage();
  const tell = (parcelId: string, type: string, time: string, data: object) =>
    stage.tell('delivery', `parcel-${parcelId}`, { type, at: at(time), data: { ...data, parcelId } });

  beforeAll(async () => {
    await stage.open('delivery', 'inventory');
    await stage.settle();
    await stage.oversight.runtime.authority.refresh();
    for (const [id, kind] of [
      ['pf-y', 'organisation'],
      ['ps-1', 'organisation'],
      ['vo-1', 'person'],
    ]) {
      const name = kind === 'organisation' ? { name: `Office ${id}` } : {};
      expect((await stage.post('do-1', 'actors', { id, kind, ...name, territory: COMMUNITY })).status).toBe(201);
    }
    await tell('p1', 'ParcelPacked', '06:00', ParcelPacked.example);
    await tell('p1', 'ParcelAccepted', '06:30', { ...ParcelAccepted.example, custodian: 'vo-1' });
    await tell('p1', 'ParcelAccepted', '07:00', ParcelAccepted.example);
    await tell('p1', 'ParcelHandedOver', '09:00', ParcelHandedOver.example);
    await tell('p2', 'ParcelPacked', '08:00', ParcelPacked.example);
    await tell('p2', 'ParcelAccepted', '09:30', ParcelAccepted.example);
    const sent = inventoryContracts.ConsignmentDispatched.example;
    const counted = inventoryContracts.GoodsReceived.example;
    const announced = inventoryContracts.SupplyAnnounced.example;
    await stage.tell('inventory', 'offer', { type: 'SupplyAnnounced', at: at('03:00'), data: announced });
    await stage.tell('inventory', 'c', { type: 'ConsignmentDispatched', at: at('04:00'), data: sent });
    await stage.tell('inventory', 'c', { type: 'GoodsReceived', at: at('05:30'), data: counted });
    await stage.settle();
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('S67 N8: is told by organisation, from one hand-over to the next, and persons are counted', async () => {
    const { body } = await stage.get('do-1', `holdings?territory=${COMMUNITY}`);
    const [platform, firm, station, persons] = body.items;
    expect(platform).toMatchObject({ holder: { id: 'gp-1' }, kind: 'consignment', things: 1, meanMinutes: 90 });
    expect(firm).toEqual({
      ...{ holder: { id: 'pf-y', name: 'Office pf-y' }, kind: 'parcel', things: 2, holdsNow: 0 },
      ...{ meanMinutes: 60, longestMinutes: 90 },
    });
    expect(station).toMatchObject({ holder: { id: 'ps-1' }, things: 2, holdsNow: 1 });
    expect(persons).toMatchObject({ holder: { persons: null }, things: null, meanMinutes: null });
    expect(JSON.stringify(body)).not.toContain('vo-1');
    const later = (await stage.get('do-1', `holdings?from=${at('07:30')}`)).body.items;
    expect(later.map(({ holder, things }) => [holder, things])).toEqual([
      [{ id: 'pf-y', name: 'Office pf-y' }, 1],
      [{ id: 'ps-1', name: 'Office ps-1' }, 1],
    ]);
    expect((await stage.get('do-1', 'holdings?from=soon')).status).toBe(400);
  });
});
