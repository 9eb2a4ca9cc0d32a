import { ordersContracts } from '@baogong/contracts';
import { COMMUNITY, Stage } from './stage.js';

const stage = new Stage();
let orders = 0;
let grantId: string;

type View = 'throughput' | 'district-view';
type Flow = { stages: { requested: { pieces: number } } };

interface Told {
  id: string;
  pieces: number;
}

describe('the live throughput for a reader who comes back', () => {
  beforeAll(async () => {
    await stage.open('orders');
    grantId = await stage.enrol('rc-y', 'residents-committee');
  }, 60_000);
  afterAll(() => stage.close(), 30_000);

  it('tells what was missed, in order, without gap or repetition', async () => {
    const first = await Live.open('rc-y');
    const [start] = await first.events(1);
    const second = await Live.open('rc-y');
    await second.events(1);
    first.hangUp();
    // The second reader stays and so knows what the first one missed.
    await order(2);
    await second.events(2);
    await order(3);
    const [, ...missed] = await second.events(3);
    const again = await Live.open('rc-y', start!.id);
    expect(await again.events(2)).toEqual(missed);
    await order(1);
    expect((await again.events(3)).map(({ pieces }) => pieces)).toEqual([2, 5, 6]);
    again.hangUp();
    second.hangUp();
  }, 30_000);

  it('goes on after a restart: nothing where nothing happened, else one whole state', async () => {
    const before = await Live.open('rc-y');
    const [last] = await before.events(1);
    before.hangUp();
    await stage.stop();
    await stage.start();
    await stage.settle();
    const unchanged = await Live.open('rc-y', last!.id);
    await order(4);
    const [next] = await unchanged.events(1);
    expect(next!.pieces).toBe(last!.pieces + 4);
    const changed = await Live.open('rc-y', last!.id);
    expect(await changed.events(1)).toEqual([next]);
    for (const reader of [unchanged, changed]) reader.hangUp();
  }, 60_000);

  it('S15: tells the whole view of the district as it changes', async () => {
    const reader = await Live.open('rc-y', undefined, 'district-view');
    const [before] = await reader.events(1);
    await order(5);
    const [, after] = await reader.events(2);
    reader.hangUp();
    expect(after!.pieces).toBe(before!.pieces + 5);
  }, 30_000);

  it('names the positions that its state holds', async () => {
    const reader = await Live.open('rc-y');
    const [{ id } = { id: '' }] = await reader.events(1);
    reader.hangUp();
    const vector = id.slice(0, id.indexOf('~'));
    expect(vector).toMatch(/^orders:\d+=\d+(,orders:\d+=\d+)*$/);
    expect((await stage.get('do-1', 'throughput', { 'baogong-after': vector })).status).toBe(200);
  });

  it('starts anew with an id that is none of ours', async () => {
    for (const id of ['2026-11-24T00:00:00Z', '~', 'x'.repeat(9000)]) {
      const reader = await Live.open('rc-y', id);
      expect(await reader.events(1)).toHaveLength(1);
      reader.hangUp();
    }
  });

  it('ends when the right to see it is withdrawn', async () => {
    const reader = await Live.open('rc-y');
    await reader.events(1);
    expect((await stage.post('do-1', `grants/${grantId}/withdrawal`, {})).status).toBe(200);
    await reader.ended();
    expect((await stage.get('rc-y', `throughput/live?territory=${COMMUNITY}`)).status).toBe(404);
  }, 30_000);
});

async function order(quantity: number): Promise<void> {
  orders += 1;
  const orderId = `order-${orders}`;
  const { offerId } = ordersContracts.OrderPlaced.example.lines[0]!;
  const data = { ...ordersContracts.OrderPlaced.example, orderId, lines: [{ offerId, quantity }] };
  await stage.tell('orders', orderId, { type: 'OrderPlaced', at: new Date().toISOString(), data });
}

/** A reader that keeps all it was sent. */
class Live {
  private text = '';

  private constructor(
    private readonly chunks: ReadableStreamDefaultReader<Uint8Array>,
    private readonly hangingUp: AbortController,
  ) {}

  static async open(actor: string, lastEventId?: string, view: View = 'throughput'): Promise<Live> {
    const hangingUp = new AbortController();
    const response = await fetch(`${stage.http.url}/api/v1/${view}/live?territory=${COMMUNITY}`, {
      headers: { authorization: `Bearer ${actor}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
      signal: hangingUp.signal,
    });
    expect(response.status).toBe(200);
    return new Live(response.body!.getReader(), hangingUp);
  }

  async events(count: number): Promise<Told[]> {
    while (this.told().length < count) if (!(await this.read())) throw new Error(`it ended after ${this.text}`);
    return this.told();
  }

  async ended(): Promise<void> {
    while (await this.read());
  }

  hangUp(): void {
    this.hangingUp.abort();
  }

  private async read(): Promise<boolean> {
    const { value, done } = await this.chunks.read();
    this.text += new TextDecoder().decode(value);
    return !done;
  }

  private told(): Told[] {
    return [...this.text.matchAll(/^id: (.*)\nevent: [a-z-]+\ndata: (.*)\n\n/gm)].map(([, id, data]) => {
      const told = JSON.parse(data!) as Flow & { flow?: Flow };
      return { id: id!, pieces: (told.flow ?? told).stages.requested.pieces };
    });
  }
}
