import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReceivedLine, ShippedLine } from '../../domain/consignment/consignment.js';

@Entity({ schema: 'read', name: 'consignment' })
export class ConsignmentRow {
  @PrimaryColumn({ name: 'consignment_id', type: 'text' }) consignmentId: string;
  @Column({ name: 'round_id', type: 'text' }) roundId: string;
  @Column({ type: 'text' }) territory: string;
  @Column({ type: 'text' }) supplier: string;
  @Column({ type: 'text' }) consignee: string;
  @Column({ type: 'json' }) shipped: ShippedLine[];
  @Column({ name: 'dispatched_at', type: 'text' }) dispatchedAt: string;
  @Column({ type: 'json', nullable: true }) counted: ReceivedLine[] | null;
  @Column({ name: 'counted_at', type: 'text', nullable: true }) countedAt: string | null;
}
