import type { ServiceRuntime } from '@baogong/commanding';
import type { BulletinContent } from '@baogong/disclosure';
import type { Territory } from '@baogong/kernel';

/** Under these tokens controllers are given the service they belong to, and what of a read model they need. */
export const RUNTIME = Symbol('ServiceRuntime');
export const GRANT_LOOKUP = Symbol('GrantLookup');
export const BULLETIN_CONTENT = Symbol('BulletinContent');
export const HOLDERS = Symbol('Holders');
export const COVERAGE = Symbol('CoverageFacts');

export type Runtime = ServiceRuntime;

/** Whose grant it is and where that actor's stream stands; waits a moment for a grant that was only just made. */
export type GrantLookup = (grantId: string) => Promise<{ actorId: string; territory: Territory } | undefined>;

/** What is told of a community's day, as the read models have it; undefined where nobody holds a role. */
export type ContentOfDay = (community: Territory, day: string) => Promise<BulletinContent | undefined>;
