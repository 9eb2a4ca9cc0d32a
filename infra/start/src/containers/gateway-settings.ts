import { CONTEXTS } from '@baogong/contracts';
import type { Context } from '@baogong/contracts';
import { setting, trouble } from '@baogong/operation';
import type { Environment } from '@baogong/operation';

export type GatewaySettings = {
  host: string;
  port: number;
  services: ReadonlyMap<Context, readonly string[]>;
  logLevel: string;
};

/** The environment of a gateway that runs by itself; it cannot do without any of the services. */
export function readGatewaySettings(environment: Environment): GatewaySettings {
  const services = setting(environment, 'BAOGONG_NEIGHBOURS');
  const missing = CONTEXTS.filter((name) => !services.has(name));
  if (missing.length > 0) throw trouble('settings', { problems: [`BAOGONG_NEIGHBOURS lacks ${missing.join(', ')}`] });
  return {
    host: setting(environment, 'BAOGONG_HOST'),
    port: setting(environment, 'BAOGONG_PORT'),
    services,
    logLevel: setting(environment, 'BAOGONG_LOG_LEVEL'),
  };
}
