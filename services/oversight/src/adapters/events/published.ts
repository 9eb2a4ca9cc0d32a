import type {
  ActorRegistered,
  DutyMatrixActivated,
  PostureSwitched,
  RoleGranted,
  RoleWithdrawn,
} from '@baogong/contracts';
import type { PublishedMap } from '@baogong/event-pipe';
import type { StoredEvent } from '@baogong/event-store';

/** What neighbours may see. The domain's events are the contract's already; each is named here all the same. */
export const published: PublishedMap = {
  ActorRegistered: ({ data }: StoredEvent): ActorRegistered => data as ActorRegistered,
  RoleGranted: ({ data }: StoredEvent): RoleGranted => data as RoleGranted,
  RoleWithdrawn: ({ data }: StoredEvent): RoleWithdrawn => data as RoleWithdrawn,
  DutyMatrixActivated: ({ data }: StoredEvent): DutyMatrixActivated => data as DutyMatrixActivated,
  PostureSwitched: ({ data }: StoredEvent): PostureSwitched => data as PostureSwitched,
};

export const eventTypes: Record<string, number> = Object.fromEntries(Object.keys(published).map((type) => [type, 1]));
