import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ItemClass } from '../../domain/supply-offer/supply-offer.js';

@Entity({ schema: 'read', name: 'supply_offer' })
export class SupplyOfferRow {
  @PrimaryColumn({ name: 'offer_id', type: 'text' }) offerId: string;
  @Column({ type: 'text' }) territory: string;
  @Column({ type: 'text' }) supplier: string;
  @Column({ type: 'text' }) sku: string;
  @Column({ type: 'text' }) name: string;
  @Column({ name: 'item_class', type: 'text' }) itemClass: ItemClass;
  @Column({ type: 'text' }) unit: string;
  @Column({ name: 'price_fen', type: 'int' }) priceFen: number;
  @Column({ type: 'int' }) quantity: number;
  @Column({ name: 'weight_grams', type: 'int' }) weightGrams: number;
  @Column({ type: 'text' }) origin: string;
  @Column({ name: 'arrives_from', type: 'text' }) arrivesFrom: string;
  @Column({ name: 'arrives_to', type: 'text' }) arrivesTo: string;
  @Column({ name: 'withdrawn_because', type: 'text', nullable: true }) withdrawnBecause: string | null;
}
