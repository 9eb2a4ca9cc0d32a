import type { FastifyInstance } from 'fastify';
import { PROBLEMS, problemType } from './problems.js';
import type { ProblemName } from './problems.js';

/** The `type` of a problem leads somewhere on the instance that gave it. */
export function addProblemPages(server: FastifyInstance): void {
  for (const name of Object.keys(PROBLEMS) as ProblemName[]) {
    server.get(problemType(name), async () => ({ type: problemType(name), ...PROBLEMS[name] }));
  }
}
