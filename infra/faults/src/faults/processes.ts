import { SERVICES } from '@baogong/ledger';
import { nothingToLift, serviceOf, type Fault } from './fault.js';

/** For every service of an installation whose clocks are to be off. */
export const CLOCK_SWITCH = { NODE_OPTIONS: `--import=${new URL('./clock-switch.js', import.meta.url).href}` };

export const PROCESS_FAULTS: readonly Fault[] = [
  {
    id: 'F14',
    what: 'the clock of a running service jumps by an hour, ahead or back, and later jumps back',
    lasts: [2000, 5000],
    strike(scene) {
      const service = serviceOf(scene, scene.chance.oneOf(SERVICES));
      const [signal, words] = scene.chance.oneOf([
        ['SIGUSR2', 'ahead'],
        ['SIGWINCH', 'back'],
      ] as const);
      service.signal(signal);
      const what = `the clock of ${service.name} jumps an hour ${words}`;
      return Promise.resolve({ what, lift: async () => service.signal(signal) });
    },
  },
  {
    id: 'F15',
    what: 'a rolling restart: one service after the other is stopped in order and started again',
    lasts: [0, 0],
    async strike(scene) {
      for (const name of SERVICES) {
        await serviceOf(scene, name).restart();
        await scene.installation.ready();
      }
      return { what: 'all were restarted, one after the other', lift: nothingToLift };
    },
  },
  {
    id: 'zombie',
    what: 'a service that hangs for longer than its membership of the group lasts, and then goes on',
    lasts: [7000, 9000],
    strike(scene) {
      const service = serviceOf(scene, scene.chance.oneOf(SERVICES));
      service.pause();
      return Promise.resolve({ what: `${service.name} hangs`, lift: async () => service.goOn() });
    },
  },
];
