import { parseArgs } from 'node:util';
import type { Acting, Answer } from '@baogong/client';
import { Misuse, type Command, type Output } from '../command.js';
import { allOf, refusalOf } from '../lists/asking.js';
import { openSession, SESSION_OPTIONS, SESSION_USAGE } from '../lists/session.js';

const OPTIONS = { ...SESSION_OPTIONS, reason: { type: 'string' } } as const;
const SERVICES = ['orders', 'inventory', 'delivery', 'oversight'] as const;
type Service = (typeof SERVICES)[number];

export const parked: Command = {
  usage: `npm run baogong -- parked list --as NAME
       npm run baogong -- parked show|replay SERVICE ID --as NAME
       npm run baogong -- parked skip SERVICE ID --reason TEXT --as NAME
  events that a consumer could not apply: they wait, with the later ones of their stream, until somebody decides.
  list says what is parked and why, show what such an event says, and what became of it.
  replay applies it and those behind it, in order, once what was wrong is put right; nothing is applied twice.
  skip never applies it, and goes on with those behind it. Who decided, when and why stays in the log for good.
  --reason TEXT      why it does no harm to leave it out; no names
${SESSION_USAGE}`,

  async run(args, setting) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [verb = '', ...of] = positionals;
    const { reason } = values;
    if (!['list', 'show', 'replay', 'skip'].includes(verb))
      throw new Misuse('parked knows list, show, replay and skip.');
    if ((verb === 'skip') !== (reason !== undefined))
      throw new Misuse('parked skip takes --reason, the others do not.');
    if (verb === 'list') {
      if (of.length > 0) throw new Misuse('parked list takes no more.');
      return list(await openSession(values, setting), setting.output);
    }
    const event = eventOf(of);
    const acting = await openSession(values, setting);
    if (verb === 'show') return show(acting, event, setting.output);
    return settle(acting, event, { ...(reason === undefined ? {} : { reason }), output: setting.output });
  },
};

interface ParkedEvent {
  service: Service;
  id: string;
}

function eventOf([service = '', id = '', ...rest]: string[]): ParkedEvent {
  const known = SERVICES.find((name) => name === service);
  if (!known) throw new Misuse(`SERVICE is one of: ${SERVICES.join(', ')}.`);
  if (id === '' || rest.length > 0) throw new Misuse('One ID is needed, as parked list tells it.');
  return { service: known, id };
}

// The four services have the same addresses below their own.
const listPath = (service: Service) => `/api/v1/parked/${service}` as '/api/v1/parked/orders';
const onePath = (service: Service) => `/api/v1/parked/${service}/{id}` as '/api/v1/parked/orders/{id}';

async function list(acting: Acting, { out }: Output): Promise<number> {
  let count = 0;
  for (const service of SERVICES) {
    for (const { id, type, stream, parkedAt, attempts, reason } of await allOf(acting, listPath(service))) {
      count += 1;
      out(`${service} ${String(id)}  ${String(type)} of ${String(stream)}, since ${String(parkedAt)}`);
      out(`  ${attempts === 0 ? '' : `tried ${String(attempts)} times: `}${String(reason)}`);
    }
  }
  out(count === 0 ? 'Nothing is parked.' : `${count} parked.`);
  return 0;
}

async function show(acting: Acting, event: ParkedEvent, { out }: Output): Promise<number> {
  const { data, ...told } = await look(acting, event);
  out(JSON.stringify({ ...told, data: JSON.parse(String(data)) as unknown }, null, 2));
  return 0;
}

async function settle(
  acting: Acting,
  event: ParkedEvent,
  { reason, output }: { reason?: string; output: Output },
): Promise<number> {
  const { service, id } = event;
  const path = { id };
  const decided =
    reason === undefined
      ? await acting.post(`${onePath(service)}/replay`, { path })
      : await acting.post(`${onePath(service)}/skip`, { path, body: { reason } });
  bodyOf(decided);
  const { status, reason: failure } = await look(acting, event, decided.position);
  if (status !== 'parked') output.out(`${service} ${id} is ${String(status)}; what else is parked: parked list.`);
  else output.err(`${service} ${id} could not be applied and stays parked: ${String(failure)}`);
  return status === 'parked' ? 1 : 0;
}

async function look(acting: Acting, { service, id }: ParkedEvent, after?: string): Promise<Record<string, unknown>> {
  return bodyOf(await acting.get(onePath(service), { path: { id }, ...(after ? { after } : {}) }));
}

function bodyOf<B>(answer: Answer<B>): B {
  if (answer.ok) return answer.body;
  throw refusalOf(answer, 'parked');
}
