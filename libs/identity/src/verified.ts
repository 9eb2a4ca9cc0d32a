export type TokenRefusal = 'malformed' | 'expired' | 'not-trusted' | 'no-actor';
export type VerifiedToken = { ok: true; actor: string } | { ok: false; reason: TokenRefusal };
export interface TokenVerifier {
  verify(token: string): Promise<VerifiedToken>;
}
