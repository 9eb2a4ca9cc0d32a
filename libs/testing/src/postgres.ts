export interface RunningPostgres {
  url: string;
  pid: number;
  stop(): Promise<void>;
}
export interface FreshDatabase {
  ownerUrl: string;
  appUrl: string;
  appRole: string;
  drop(): Promise<void>;
}
export declare function startPostgres(options?: { dataDir?: string; port?: number }): Promise<RunningPostgres>;
export declare function stopPostgres(): Promise<void>;
export declare function freshDatabase(name: string): Promise<FreshDatabase>;
