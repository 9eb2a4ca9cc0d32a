import { connect } from 'node:net';

// A request for the versions of the interface: an open port alone does not mean that a broker serves.
const VERSIONS_REQUEST = Buffer.from([0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, 0xff, 0xff]);
const PATIENCE_MS = 1500;

/** One broker that answers is enough: it knows the others. */
export async function anyBrokerAnswers(brokers: readonly string[]): Promise<boolean> {
  const answers = await Promise.all(brokers.map((broker) => brokerAnswers(broker)));
  return answers.includes(true);
}

function brokerAnswers(broker: string): Promise<boolean> {
  const colon = broker.lastIndexOf(':');
  return new Promise((resolve) => {
    const socket = connect({ host: broker.slice(0, colon), port: Number(broker.slice(colon + 1)) });
    const settle = (answered: boolean) => () => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(PATIENCE_MS, settle(false));
    socket.once('connect', () => socket.write(VERSIONS_REQUEST));
    socket.once('data', settle(true));
    socket.once('error', settle(false));
    socket.once('close', settle(false));
  });
}
