import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Logger;
export type LoggerOptions = { service: string; level?: string; destination?: DestinationStream };

const SECRET_FIELDS = [
  'authorization',
  'token',
  'pass',
  'code',
  'spokenCode',
  'name',
  'telephone',
  'phone',
  'room',
  'address',
  'needs',
  'password',
  'connectionString',
  'ownerUrl',
  'appUrl',
];
// Error codes of node and PostgreSQL stand in `err.code` and are no secret.
const REDACTED = SECRET_FIELDS.flatMap((field) => [field, `data.${field}`, `body.${field}`, `headers.${field}`]);

export function createLogger({ service, level = 'info', destination }: LoggerOptions): Log {
  const options = { level, base: { service }, redact: { paths: REDACTED, censor: '[redacted]' } };
  return destination ? pino(options, destination) : pino(options);
}
