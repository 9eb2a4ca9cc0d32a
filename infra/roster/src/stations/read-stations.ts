import { readClock } from '../fields/moments.js';
import { readText } from '../fields/words.js';
import type { ListForm } from '../sheet/columns.js';
import { readItems, type FieldReaders, type Items } from '../sheet/read-items.js';
import type { SheetRow } from '../sheet/sheet.js';

/** A pickup station; without an organisation it is the importer's own. */
export interface Station {
  name: string;
  organisation: string | undefined;
  opensAt: string;
  closesAt: string;
}

export const STATION_FORM: ListForm<keyof Station> = {
  titles: {
    name: ['名称', '站点', '自提点', '站点名称', '自提点名称', 'name', 'station'],
    organisation: ['运营单位', '单位', '机构', '负责单位', 'organisation', 'organization', 'run by'],
    opensAt: ['开始时间', '开放时间', '开门', '营业开始', 'opens', 'opens at', 'from'],
    closesAt: ['结束时间', '关闭时间', '关门', '营业结束', 'closes', 'closes at', 'to'],
  },
  needs: [['name'], ['opensAt'], ['closesAt']],
};

const READERS: FieldReaders<Station> = {
  name: { read: readText },
  organisation: { read: readText, or: () => undefined },
  opensAt: { read: readClock },
  closesAt: { read: readClock },
};

/** A list of pickup stations, times of day as they are where the station stands. */
export function readStations(rows: readonly SheetRow[]): Items<Station> {
  const found = readItems(rows, STATION_FORM, READERS);
  const kept = found.items.filter(({ line, opensAt, closesAt }) => {
    if (opensAt < closesAt) return true;
    const remedy = 'give a closing time after the opening time';
    found.faults.push({ line, field: found.title('closesAt'), wrong: 'is not after the opening', remedy });
    return false;
  });
  return { ...found, items: kept };
}
