export { createVerifier } from './verifier.js';
export type { VerifierOptions } from './verifier.js';
export type { TokenRefusal, TokenVerifier, VerifiedToken } from './verified.js';
export { createLocalIssuer, LOCAL_AUDIENCE, LOCAL_ISSUER } from './local-issuer.js';
export type { LocalIssuer } from './local-issuer.js';
export { createIdentity } from './identity.js';
export type { Identity, IdentityOptions, RealIssuer } from './identity.js';
