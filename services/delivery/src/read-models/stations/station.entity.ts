import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'read', name: 'station' })
export class StationEntity {
  @PrimaryColumn({ name: 'station_id', type: 'text' })
  stationId: string;

  @Column({ type: 'text' })
  territory: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  organisation: string;

  @Column({ name: 'opens_at', type: 'text' })
  opensAt: string;

  @Column({ name: 'closes_at', type: 'text' })
  closesAt: string;
}
