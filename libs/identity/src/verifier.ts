import { createLocalJWKSet, createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { remembering } from './remembering.js';
import type { TokenRefusal, TokenVerifier } from './verified.js';

export type VerifierOptions = { issuer: string; audience: string; keys: JSONWebKeySet | URL };

const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
const CLOCK_TOLERANCE_SECONDS = 5;
// Written into the log with every event: no control characters, no spaces.
const ACTOR_FORM = /^[\x21-\x7e]{1,128}$/;
const TOKEN_MAX_LENGTH = 4096;
// A token that brings or points to its own key asks us to trust the stranger it speaks for.
const KEY_HEADERS = ['jku', 'jwk', 'x5u', 'x5c'];

export function createVerifier(options: VerifierOptions): TokenVerifier {
  const keyOf: JWTVerifyGetKey =
    options.keys instanceof URL ? createRemoteJWKSet(options.keys) : createLocalJWKSet(options.keys);
  return remembering(async (token) => {
    const reason = refusedByForm(token);
    if (reason) return { ok: false, reason };
    try {
      const { payload } = await jwtVerify(token, keyOf, {
        issuer: options.issuer,
        audience: options.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      const actor = payload.sub ?? '';
      if (!ACTOR_FORM.test(actor)) return { ok: false, reason: 'no-actor' };
      return { actor, expiresMs: payload.exp! * 1000 };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  });
}

function refusedByForm(token: string): TokenRefusal | undefined {
  if (token.length > TOKEN_MAX_LENGTH) return 'malformed';
  try {
    const header = decodeProtectedHeader(token);
    return KEY_HEADERS.some((name) => name in header) ? 'not-trusted' : undefined;
  } catch {
    return 'malformed';
  }
}

function reasonOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) return 'malformed';
  if (error instanceof errors.JOSEError) return 'not-trusted';
  throw error;
}
