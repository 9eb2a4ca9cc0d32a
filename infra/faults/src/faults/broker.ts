import { SERVICES } from '@baogong/ledger';
import { nothingToLift, serviceOf, type Fault } from './fault.js';
import { eatAll, joinAndLeave, replay, sendGarbage } from './topics.js';

export const BROKER_FAULTS: readonly Fault[] = [
  {
    id: 'F6',
    what: 'kill -9 of the broker, and started again',
    lasts: [0, 2000],
    async strike({ installation: { broker } }) {
      await broker.kill();
      return { what: 'kill -9 of the broker', lift: () => broker.restart() };
    },
  },
  {
    id: 'F7',
    what: 'the broker paused',
    lasts: [1000, 10_000],
    strike({ installation: { broker } }) {
      process.kill(broker.pid(), 'SIGSTOP');
      return Promise.resolve({
        what: 'the broker is paused',
        lift: async () => void process.kill(broker.pid(), 'SIGCONT'),
      });
    },
  },
  {
    id: 'F11',
    what: 'old batches sent once more to a topic, doubled and in reverse',
    lasts: [0, 500],
    async strike({ installation: { broker }, chance }) {
      const source = chance.oneOf(SERVICES);
      const count = await replay(broker.brokers, source, chance);
      return { what: `${count} old records of ${source} come once more`, lift: nothingToLift };
    },
  },
  {
    id: 'F12',
    what: 'poison in a topic: bytes that are no event, an unknown type, and copies with other contents',
    lasts: [0, 500],
    async strike({ installation: { broker }, chance }) {
      const source = chance.oneOf(SERVICES);
      const count = await sendGarbage(broker.brokers, source, chance);
      return { what: `${count} records of poison in the topic of ${source}`, lift: nothingToLift };
    },
  },
  {
    id: 'F16',
    what: 'a rebalance storm: a stranger joins the group of a service and leaves it, again and again',
    lasts: [0, 500],
    async strike({ installation: { broker }, chance }) {
      const group = chance.oneOf(SERVICES);
      const times = chance.whole(2, 4);
      for (let time = 0; time < times; time += 1) await joinAndLeave(broker.brokers, group, chance.whole(200, 1500));
      return { what: `a stranger joined and left the group of ${group} ${times} times`, lift: nothingToLift };
    },
  },
  {
    id: 'retention',
    what: 'retention eats what a service has not read yet, while it hangs',
    lasts: [0, 0],
    async strike(scene) {
      const service = serviceOf(scene, scene.chance.oneOf(SERVICES));
      service.pause();
      await new Promise((later) => setTimeout(later, scene.chance.whole(1500, 3000)));
      const eaten = await eatAll(scene.installation.broker.brokers);
      return { what: `${eaten} records are gone while ${service.name} hangs`, lift: async () => service.goOn() };
    },
  },
];
