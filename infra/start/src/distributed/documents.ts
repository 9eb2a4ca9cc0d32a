import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { addAsyncApi } from '../asyncapi-route.js';
import type { Replicas } from './replicas.js';

type Document = {
  info: object;
  paths: Record<string, unknown>;
  components?: { schemas?: Record<string, unknown>; [kind: string]: unknown };
};
export type DocumentOptions = { services: readonly Replicas[]; title: { title: string; version: string } };

const ASK_MS = 3000;
const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Baogong API</title><link rel="stylesheet" href="/api/docs/assets/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script><script src="/api/docs/begin.js"></script></body>
</html>
`;
const BEGIN = `SwaggerUIBundle({ url: '/api/docs/openapi.json', dom_id: '#swagger-ui', deepLinking: true });\n`;

/** One interface, put together from what each service tells of its own routes. */
export async function addDocuments(server: FastifyInstance, { services, title }: DocumentOptions): Promise<void> {
  await server.register(fastifyStatic, { root: assetFolder(), prefix: '/api/docs/assets/', index: false });
  server.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  server.get('/api/docs/begin.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(BEGIN));
  addAsyncApi(server, title.version);
  // A service that is away just now leaves its part out rather than taking the rest with it.
  server.get('/api/docs/openapi.json', async () => {
    const told = await Promise.allSettled(services.map((service) => documentOf(service.next() ?? '')));
    const documents = told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    return mergeDocuments(documents, title);
  });
}

/** Alike but for their routes, so that together they are what one process with all routes would tell. */
export function mergeDocuments(documents: readonly Document[], title: DocumentOptions['title']) {
  const kinds = new Set(documents.flatMap(({ components }) => Object.keys(components ?? {})));
  const components = [...kinds].map((kind) => [kind, merged(documents.map((one) => one.components?.[kind]))] as const);
  return {
    openapi: '3.1.0',
    ...documents[0],
    info: { ...documents[0]?.info, ...title },
    paths: merged(documents.map(({ paths }) => paths)),
    components: Object.fromEntries(components),
  };
}

function merged(parts: readonly unknown[]): Record<string, unknown> {
  const entries = parts.flatMap((part) => Object.entries((part ?? {}) as Record<string, unknown>));
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

async function documentOf(url: string): Promise<Document> {
  const answer = await fetch(`${url}/api/docs/openapi.json`, { signal: AbortSignal.timeout(ASK_MS) });
  if (!answer.ok) throw new Error(`${url} does not tell its interface: ${answer.status}`);
  return (await answer.json()) as Document;
}

// The pages come with Nest's package, which uses the same ones in the services.
function assetFolder(): string {
  const nest = createRequire(fileURLToPath(import.meta.resolve('@nestjs/swagger')));
  return dirname(nest.resolve('swagger-ui-dist/package.json'));
}
