/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Runs in the browser: follows the live throughput and goes on where it left off. */
interface Amount {
  count: number;
  pieces: number;
  grams: number;
  /** Hours of fewer than five orders that are in none of the figures. */
  hidden?: number;
}
type Told = { id: string; data: { stages: Record<string, Amount> } };
type State = 'connecting' | 'open' | 'lost';

const AGAIN_MS = 2000;
const GRAMS_PER_KG = 1000;
const FEW = '1–4';
const { lang } = document.documentElement;
const whole = new Intl.NumberFormat(lang);
const kilograms = new Intl.NumberFormat(lang, { style: 'unit', unit: 'kilogram', maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat(lang, { timeStyle: 'medium' });

const table = document.querySelector<HTMLTableElement>('table[data-live]');
if (table) void follow(table);

async function follow(view: HTMLTableElement): Promise<void> {
  let lastEventId = '';
  say(view, 'connecting');
  for (;;) {
    try {
      const stream = await open(view.dataset['live'] ?? '', lastEventId);
      for await (const event of eventsOf(stream)) {
        lastEventId = event.id;
        show(view, event);
        say(view, 'open');
      }
    } catch {
      // Said below: an end and a failure are one to the reader.
    }
    say(view, 'lost');
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

async function open(actor: string, lastEventId: string): Promise<ReadableStream<Uint8Array>> {
  const asking = { headers: { accept: 'application/json' } };
  const given = await fetch(`/start/token/${encodeURIComponent(actor)}`, asking);
  const { token } = (await given.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) };
  const answer = await fetch('/api/v1/throughput/live', { headers });
  if (!answer.ok || !answer.body) throw new Error(`answered ${answer.status}`);
  return answer.body;
}

/** Server-sent events with an id and data; comments keep the line open and say nothing. */
async function* eventsOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Told> {
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (text + value).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (id !== undefined && data !== undefined) yield { id, data: JSON.parse(data) as Told['data'] };
    }
  }
}

function show(view: HTMLTableElement, { data }: Told): void {
  for (const cell of view.querySelectorAll<HTMLTableCellElement>('td[data-stage]')) {
    const amount = data.stages[cell.dataset['stage'] ?? ''];
    if (!amount) continue;
    const few = amount.count === 0 && amount.hidden !== undefined;
    const figures: Record<string, string> = {
      count: few ? FEW : whole.format(amount.count),
      pieces: whole.format(amount.pieces),
      weight: kilograms.format(amount.grams / GRAMS_PER_KG),
    };
    cell.textContent = figures[cell.dataset['figure'] ?? ''] ?? '';
  }
}

function say(view: HTMLTableElement, state: State): void {
  const line = view.parentElement?.querySelector('[data-state]');
  const words = (view.dataset[state] ?? '').replace('{time}', clock.format(new Date()));
  if (line && line.textContent !== words) line.textContent = words;
}
