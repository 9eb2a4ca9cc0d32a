/** A broker of a test's own, which can be killed and rises again on the same port with what it had. */
export interface TestBroker {
  brokers: string[];
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Where it is a local program. */
  pid?(): number;
}
