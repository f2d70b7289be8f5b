import { BY_NAME } from './by-name';
import type { Classification } from './classification';
import * as compute from './services/compute';
import * as containers from './services/containers';
import * as desktopsAndGames from './services/desktops-and-games';
import * as developerTools from './services/developer-tools';
import * as ec2 from './services/ec2';
import * as edge from './services/edge';
import * as integration from './services/integration';
import * as network from './services/network';
import * as others from './services/others';
import * as storage from './services/storage';

const services = [
  storage,
  network,
  ec2,
  edge,
  containers,
  compute,
  developerTools,
  desktopsAndGames,
  integration,
  others,
];

/** Everything that somebody decided, the particular before the general. */
export const CLASSIFICATIONS: readonly Classification[] = [
  ...services.flatMap(({ CLASSIFIED }) => CLASSIFIED),
  ...BY_NAME,
];
export const REQUIREMENTS = services.flatMap(({ REQUIRED }) => REQUIRED);
export const KEYLESS = services.flatMap((service) => service.KEYLESS);
