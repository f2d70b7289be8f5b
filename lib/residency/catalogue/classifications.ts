import { BY_NAME } from './by-name';
import type { Classification } from './classification';
import * as compute from './services/compute';
import * as containers from './services/containers';
import * as desktopsAndGames from './services/desktops-and-games';
import * as developerTools from './services/developer-tools';
import * as ec2 from './services/ec2';
import * as edge from './services/edge';
import * as integration from './services/integration';
import * as apis from './services/integration-apis';
import * as contact from './services/integration-contact';
import * as governance from './services/integration-governance';
import * as operations from './services/integration-operations';
import * as telemetry from './services/integration-telemetry';
import * as network from './services/network';
import * as others from './services/others';
import * as ai from './services/others-ai';
import * as bedrock from './services/others-bedrock';
import * as media from './services/others-media';
import * as quickSight from './services/others-quicksight';
import * as sageMaker from './services/others-sagemaker';
import * as things from './services/others-things';
import * as storage from './services/storage';

const storing = [storage];
const connecting = [network, ec2, edge, containers, compute, developerTools, desktopsAndGames];
const integrating = [integration, apis, contact, telemetry, operations, governance];
const learning = [others, ai, bedrock, sageMaker, things, media, quickSight];
const services = [...storing, ...connecting, ...integrating, ...learning];

/** Everything that somebody decided, the particular before the general. */
export const CLASSIFICATIONS: readonly Classification[] = [
  ...services.flatMap(({ CLASSIFIED }) => CLASSIFIED),
  ...BY_NAME,
];
export const REQUIREMENTS = services.flatMap(({ REQUIRED }) => REQUIRED);
export const KEYLESS = services.flatMap((service) => service.KEYLESS);
