import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BodyOf } from '@baogong/client';
import { fromCsv } from './csv.js';

export interface SampleHousehold {
  householdId: string;
  territory: string;
  room: string;
  people: number;
  need: string;
  members: { actorId: string; name: string; telephone: string; ordersBy: string }[];
}

export interface SampleCommunity {
  households: SampleHousehold[];
  stations: {
    stationId: string;
    territory: string;
    name: string;
    organisation: string;
    opensAt: string;
    closesAt: string;
  }[];
  volunteers: { actorId: string; territory: string; employer: string; trained: boolean }[];
  organisations: { actorId: string; role: BodyOf<'/api/v1/grants', 'post'>['role']; territory: string; name: string }[];
}

/** Y community as plain files: 3,000 residents in 1,350 households. */
export function readSample(): SampleCommunity {
  const membersOf = byHousehold(list('residents'));
  return {
    households: list('households').map((row) => ({
      householdId: row['household_id']!,
      territory: row['territory']!,
      room: row['room']!,
      people: Number(row['people']),
      need: row['need']!,
      members: (membersOf.get(row['household_id']!) ?? []).map((member) => ({
        actorId: member['actor_id']!,
        name: member['name']!,
        telephone: member['telephone']!,
        ordersBy: member['orders_by']!,
      })),
    })),
    stations: list('stations').map((row) => ({
      stationId: row['station_id']!,
      territory: row['territory']!,
      name: row['name']!,
      organisation: row['organisation']!,
      opensAt: row['opens_at']!,
      closesAt: row['closes_at']!,
    })),
    volunteers: list('volunteers').map((row) => ({
      actorId: row['actor_id']!,
      territory: row['territory']!,
      employer: row['employer']!,
      trained: row['trained'] === 'yes',
    })),
    organisations: list('organisations').map((row) => ({
      actorId: row['actor_id']!,
      role: row['role'] as SampleCommunity['organisations'][number]['role'],
      territory: row['territory']!,
      name: row['name']!,
    })),
  };
}

function list(name: string): Record<string, string>[] {
  return fromCsv(readFileSync(resolve(import.meta.dirname, '../y-community', `${name}.csv`), 'utf8'));
}

function byHousehold(rows: Record<string, string>[]): Map<string, Record<string, string>[]> {
  const groups = new Map<string, Record<string, string>[]>();
  for (const row of rows) {
    const key = row['household_id']!;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
