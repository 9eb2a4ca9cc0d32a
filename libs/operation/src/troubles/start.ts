import { entry, EXIT } from './entry.js';

/** Of a start: options, settings, other instances, the broker. */
export const START = {
  settings: entry({
    exit: EXIT.configuration,
    example: { problems: ['BAOGONG_PORT is not a port', 'BAOGONG_KAFKA is not set'] },
    says: ({ problems }) =>
      `Baogong cannot start with these settings (docs/configuration.md):\n${problems.map((line) => `  ${line}`).join('\n')}`,
  }),
  options: entry({
    exit: EXIT.usage,
    example: { words: '--port x is not a port: give a number from 0 to 65535.' },
    says: ({ words }) => words,
  }),
  'already-running': entry({
    exit: EXIT.failed,
    example: { data: '.baogong', pid: 4711, where: ', at http://127.0.0.1:3000' },
    says: ({ data, pid, where }) =>
      `Baogong already runs on ${data} (process ${pid}${where}).\n` +
      `Use that one, stop it with Ctrl-C where it runs (or: kill ${pid}),\n` +
      'or start a second one beside it: npm start -- --data .baogong-2 --port 3001',
  }),
  'folder-locked': entry({
    exit: EXIT.failed,
    example: { data: '.baogong' },
    says: ({ data }) => `The data folder ${data} cannot be locked: another start is under way. Try again.`,
  }),
  'no-broker-program': entry({
    exit: EXIT.failed,
    example: { words: 'java is missing: the local Kafka needs "apt-get install default-jre-headless maven"' },
    says: ({ words }) => `Apache Kafka does not start.\n${words}\nOr name brokers that run: BAOGONG_KAFKA=host:9092`,
  }),
  'broker-unreachable': entry({
    exit: EXIT.unavailable,
    example: { brokers: 'kafka:9092', seconds: 30 },
    says: ({ brokers, seconds }) =>
      `No broker answers at ${brokers} within ${seconds} s.\n` +
      'See that Apache Kafka runs there and that BAOGONG_KAFKA names what it advertises (advertised.listeners).',
  }),
  'topic-partitions': entry({
    exit: EXIT.configuration,
    example: { topic: 'orders.events.v1', have: 3, need: 16 },
    says: ({ topic, have, need }) =>
      `The topic ${topic} has ${have} partitions, not ${need}: events would lose their order.\n` +
      `Delete it (kafka-topics.sh --delete --topic ${topic}) and start again: it is made anew and filled from the log. Nothing is lost by it.`,
  }),
  'service-hopeless': entry({
    exit: EXIT.failed,
    example: { why: 'The service orders cannot start; see .baogong/log/orders.log.' },
    says: ({ why }) => `${why}\nStart Baogong again when it is put right.`,
  }),
  'not-ready': entry({
    exit: EXIT.failed,
    example: { log: '.baogong/log' },
    says: ({ log }) => `Not all services became ready; see ${log}.`,
  }),
  'issuer-configured': entry({
    exit: EXIT.failed,
    example: {},
    says: () =>
      'An issuer is configured (BAOGONG_ISSUER): tokens come from there, the local issuer is refused beside it.',
  }),
  'real-events': entry({
    exit: EXIT.failed,
    example: {},
    says: () => 'This data folder holds real events and never becomes a drill: use another one (--data DIR).',
  }),
};
