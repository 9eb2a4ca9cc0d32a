import type { TokenVerifier, VerifiedToken } from './verified.js';

/** A trusted token, and until when (epoch in milliseconds) by its own word. */
export type Trusted = { actor: string; expiresMs: number };

const REMEMBERED_MS = 60_000;
const TOKENS_MAX = 20_000;

/**
 * People send the same token with each request, and a signature costs more to check than most requests to answer. What
 * was trusted is remembered for a minute at most and never past its expiry; a refusal is never remembered.
 */
export function remembering(
  verify: (token: string) => Promise<Trusted | Exclude<VerifiedToken, { ok: true }>>,
  now: () => number = Date.now,
): TokenVerifier {
  const known = new Map<string, { actor: string; untilMs: number }>();
  return {
    async verify(token) {
      const found = known.get(token);
      if (found && now() < found.untilMs) return { ok: true, actor: found.actor };
      known.delete(token);
      const verified = await verify(token);
      if ('ok' in verified) return verified;
      const { actor, expiresMs } = verified;
      // The oldest goes first: a map keeps the order of insertion.
      if (known.size >= TOKENS_MAX) known.delete(known.keys().next().value!);
      known.set(token, { actor, untilMs: Math.min(expiresMs, now() + REMEMBERED_MS) });
      return { ok: true, actor };
    },
  };
}
