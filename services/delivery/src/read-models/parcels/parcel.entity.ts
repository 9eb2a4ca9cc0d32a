import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ParcelState } from '../../domain/parcel/parcel-state.js';

@Entity({ schema: 'read', name: 'parcel' })
export class ParcelEntity {
  @PrimaryColumn({ name: 'parcel_id', type: 'text' })
  parcelId: string;

  @Column({ name: 'order_id', type: 'text' })
  orderId: string;

  @Column({ name: 'household_id', type: 'text' })
  householdId: string;

  @Column({ type: 'text' })
  territory: string;

  @Column({ type: 'text' })
  building: string;

  @Column({ name: 'place_kind', type: 'text' })
  placeKind: 'station' | 'door';

  /** A station's id, or the household's territory for a door. */
  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'json' })
  lines: { offerId: string; sku: string; name: string; quantity: number; weightGrams: number }[];

  @Column({ type: 'text' })
  status: Exclude<ParcelState['status'], 'none'>;

  @Column({ type: 'text', nullable: true })
  custodian: string | null;

  @Column({ name: 'offered_to', type: 'text', nullable: true })
  offeredTo: string | null;

  @Column({ type: 'int', nullable: true })
  pieces: number | null;

  @Column({ name: 'weight_grams', type: 'int' })
  weightGrams: number;

  @Column({ name: 'window_from', type: 'text' })
  windowFrom: string;

  @Column({ name: 'window_to', type: 'text' })
  windowTo: string;

  @Column({ name: 'planned_at', type: 'text' })
  plannedAt: string;

  @Column({ type: 'int' })
  version: number;
}
