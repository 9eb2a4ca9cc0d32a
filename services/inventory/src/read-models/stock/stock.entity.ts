import { Column, Entity, PrimaryColumn } from 'typeorm';

/** received = on hand + reserved + handed over + written off, in every row at every moment. */
@Entity({ schema: 'read', name: 'stock' })
export class StockRow {
  @PrimaryColumn({ type: 'text' }) stream: string;
  @Column({ name: 'offer_id', type: 'text' }) offerId: string;
  @Column({ type: 'text' }) territory: string;
  @Column({ type: 'text' }) sku: string;
  @Column({ type: 'text' }) supplier: string;
  @Column({ type: 'int' }) received: number;
  @Column({ name: 'on_hand', type: 'int' }) onHand: number;
  @Column({ type: 'int' }) reserved: number;
  @Column({ name: 'handed_over', type: 'int' }) handedOver: number;
  @Column({ name: 'written_off', type: 'int' }) writtenOff: number;
}
