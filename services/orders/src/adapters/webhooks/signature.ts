import { createHmac } from 'node:crypto';
import type { WebhookSecrets } from '../../application/webhook-secrets.js';

/**
 * The headers of Standard Webhooks 1.0: `id.timestamp.body` signed as v1 (HMAC-SHA256) and v1a (Ed25519), by every
 * version of the secret that is good at this moment. @param seconds since 1970.
 */
export function signedHeaders(
  secrets: readonly Pick<WebhookSecrets, 'symmetric' | 'signAsymmetric'>[],
  { id, seconds, body }: { id: string; seconds: number; body: string },
): Record<string, string> {
  const text = `${id}.${seconds}.${body}`;
  const signatures = secrets.flatMap(({ symmetric, signAsymmetric }) => [
    `v1,${createHmac('sha256', symmetric).update(text).digest('base64')}`,
    `v1a,${signAsymmetric(text).toString('base64')}`,
  ]);
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': signatures.join(' ') };
}
