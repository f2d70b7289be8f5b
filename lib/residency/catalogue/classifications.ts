import { BY_NAME } from './by-name';
import type { Classification } from './classification';
import * as integration from './services/integration';
import * as apis from './services/integration-apis';
import * as contact from './services/integration-contact';
import * as governance from './services/integration-governance';
import * as operations from './services/integration-operations';
import * as telemetry from './services/integration-telemetry';
import * as network from './services/network';
import * as others from './services/others';
import * as storage from './services/storage';

const services = [storage, network, integration, apis, contact, telemetry, operations, governance, others];

/** Everything that somebody decided, the particular before the general. */
export const CLASSIFICATIONS: readonly Classification[] = [
  ...services.flatMap(({ CLASSIFIED }) => CLASSIFIED),
  ...BY_NAME,
];
export const REQUIREMENTS = services.flatMap(({ REQUIRED }) => REQUIRED);
export const KEYLESS = services.flatMap((service) => service.KEYLESS);
