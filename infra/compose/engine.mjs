import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';

/** Official images, by exact tag as in docker-compose.yml, and what is built in their place from Debian, npm and Maven. */
export const IMAGES = {
  NODE_IMAGE: { official: 'node:24-bookworm-slim', own: 'baogong-node', folder: 'node' },
  POSTGRES_IMAGE: { official: 'postgres:18.4-bookworm', own: 'baogong-postgres', folder: 'postgres' },
  KAFKA_IMAGE: { official: 'apache/kafka:4.3.0', own: 'baogong-kafka', folder: 'kafka' },
};

const BUILD_MS = 1_200_000;
const PULL_MS = 300_000;

export class EngineTrouble extends Error {}

/** @returns how compose is called here, as a list of words; throws what is missing and how to get it */
export function requireEngine() {
  if (outputOf(['docker', '--version']) === undefined) {
    throw new EngineTrouble('Docker is missing: install Docker Engine (https://docs.docker.com/engine/install/).');
  }
  if (outputOf(['docker', 'info', '--format', '{{.ServerVersion}}']) === undefined) {
    throw new EngineTrouble('No Docker engine answers: start it (systemctl start docker), or name one by DOCKER_HOST.');
  }
  for (const compose of [['docker', 'compose'], ['docker-compose']]) {
    if (outputOf([...compose, 'version']) !== undefined) return compose;
  }
  throw new EngineTrouble('Docker Compose is missing: apt-get install docker-compose-plugin (or docker-compose).');
}

/** Where images and packages come from on this machine: never written into a file or into an image that is kept. */
export function buildArguments(environment = process.env) {
  const registry = outputOf(['npm', 'config', 'get', 'registry'])?.trim();
  const certificate = environment.BAOGONG_BUILD_CA ?? environment.NODE_EXTRA_CA_CERTS;
  return {
    ...(registry && { NPM_CONFIG_REGISTRY: registry }),
    ...(environment.BAOGONG_MAVEN_MIRROR && { MAVEN_MIRROR: environment.BAOGONG_MAVEN_MIRROR }),
    ...(certificate && { EXTRA_CA_PEM: unknownToNode(readFileSync(certificate, 'utf8')) }),
  };
}

// A bundle that holds every public root as well is longer than an argument may be (128 KB).
function unknownToNode(bundle) {
  const inside = (certificate) => certificate.replace(/-----[^-]+-----|\s/g, '');
  const known = new Set(rootCertificates.map(inside));
  const all = bundle.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return all.filter((certificate) => !known.has(inside(certificate))).join('\n');
}

/** Each image by its variable: as given, or the official one where it is here or can be had, or one built here. */
export function requireImages(root, environment = process.env) {
  return Object.fromEntries(
    Object.entries(IMAGES).map(([variable, image]) => [variable, imageFor(variable, image, { root, environment })]),
  );
}

function imageFor(variable, { official, own, folder }, { root, environment }) {
  const given = environment[variable];
  if (given) {
    if (isHere(given) || pull(given)) return given;
    throw new EngineTrouble(`${variable}=${given} is not here and cannot be pulled: docker build or docker load it.`);
  }
  if (isHere(official)) return official;
  if (isHere(own)) return own;
  if (pull(official)) return official;
  console.log(`${official} cannot be pulled; ${own} is built from infra/compose/images/${folder} instead ...`);
  if (build(join(root, 'infra/compose/images', folder), own)) return own;
  throw new EngineTrouble(
    `There is no image for ${variable}: ${official} cannot be pulled, and ${own} cannot be built from debian:bookworm-slim.`,
  );
}

/** @returns whether it worked; what the builder says goes to stderr */
export function build(folder, tag, more = {}) {
  const given = Object.entries({ ...buildArguments(), ...more });
  const words = given.flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]);
  const command = ['build', '--network', 'host', ...words, '-t', tag, folder];
  const { status, error } = spawnSync('docker', command, { stdio: ['ignore', 2, 2], timeout: BUILD_MS });
  if (error) process.stderr.write(`docker build: ${error.message}\n`);
  return status === 0;
}

const isHere = (image) => outputOf(['docker', 'image', 'inspect', image]) !== undefined;

const pull = (image) => spawnSync('docker', ['pull', '-q', image], { stdio: 'ignore', timeout: PULL_MS }).status === 0;

function outputOf([program, ...args]) {
  const done = spawnSync(program, args, { encoding: 'utf8', timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] });
  return done.status === 0 ? done.stdout : undefined;
}
