import { entry, EXIT } from './entry.js';

/** Of the machine: disk, memory, clock, folders, ports. */
export const MACHINE = {
  'disk-full': entry({
    exit: EXIT.failed,
    example: { words: '12 MB are free in /srv/baogong; a start needs 200 MB.' },
    says: ({ words }) =>
      `There is no space left on the disk. ${words}\nFree some, or keep the data on another disk: --data DIR. Nothing acknowledged is lost.`,
  }),
  'folder-not-writable': entry({
    exit: EXIT.failed,
    example: { folder: '/srv/baogong', code: 'EACCES' },
    says: ({ folder, code }) =>
      `${folder} cannot be written (${code}).\nGive it to the user that runs Baogong (chown), or name another folder: --data DIR.`,
  }),
  'memory-too-small': entry({
    exit: EXIT.configuration,
    example: { have: 64, need: 256, limit: 'heap' as 'heap' | 'container' },
    says: ({ have, need, limit }) =>
      `The memory limit of ${have} MB (${limit === 'heap' ? "Node's heap" : "the container's"}) is too small: ${need} MB are needed.\n` +
      (limit === 'heap'
        ? `Leave out --max-old-space-size, or raise it: NODE_OPTIONS=--max-old-space-size=${need}.`
        : 'Raise the memory limit of the container.'),
  }),
  'memory-exceeded': entry({
    exit: EXIT.failed,
    example: { who: 'The service orders', how: 'SIGABRT', log: '.baogong/log/orders.log' },
    says: ({ who, how, log }) =>
      `${who} ended because its memory ran out (${how}).\n` +
      `Give it more: NODE_OPTIONS=--max-old-space-size=2048, or a higher limit of the container. Nothing acknowledged is lost.\nMore: ${log}`,
  }),
  'clock-off': entry({
    exit: EXIT.failed,
    example: { ours: '2026-11-24T10:00:00Z', other: '2026-11-24T08:00:00Z', than: 'the clock of the database' },
    says: ({ ours, other, than }) =>
      `The clock of this machine is far off: it says ${ours}, ${than} says ${other}.\n` +
      'Set it right (timedatectl set-ntp true) and start again: moments that are recorded stay for ever.',
  }),
  'port-taken': entry({
    exit: EXIT.failed,
    example: { port: 3000, other: 3001 },
    says: ({ port, other }) =>
      `Port ${port} is taken by another program.\nStop that program, or use another port: npm start -- --port ${other} (a service: BAOGONG_PORT).`,
  }),
  'port-needs-rights': entry({
    exit: EXIT.failed,
    example: { port: 80 },
    says: ({ port }) => `Port ${port} needs rights this user has not: use one above 1023.`,
  }),
  'address-not-here': entry({
    exit: EXIT.failed,
    example: { host: '10.0.0.9' },
    says: ({ host }) => `This machine has no address ${host}: use --host 127.0.0.1.`,
  }),
};
