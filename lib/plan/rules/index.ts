import type { Fault } from '../fault';
import type { Plan } from '../model';
import { cdn, sharedPaths } from './cdn';
import { carriers, domains, hostedZones, oneCellPerRegion, zones } from './cells';
import { broughtTwice, ownCountry, takeovers, unserved } from './homes';
import { ambiguousTables, identifiers, systemSchemas } from './identifiers';
import { arrivals, authoritiesOfOldCells, dynamodbBetweenCells, peered } from './later-moves';
import { lawOfCells, lawsOfOneMarket } from './laws';
import { dynamodbNames, egressRules, mappingsSize, replicationNames, tableCount } from './limits';
import { gateways } from './links';
import { reservedDatasets, sharedNames } from './names';
import { overlaps, ranges, reach } from './networks';
import { agents, objectDenials, objectSecrets, objectStores, sharedFolders, taskCount } from './objects';
import { sharedObjects, sharedTables } from './overlap';
import { references, repeated, reservedSecrets, sharedPlaceNames } from './references';
import { sandbox } from './sandbox';
import { order, stageCells } from './stages';
import { capacity, databaseNames, objectPaths, parts, stores } from './stores';
import { someTables, tables } from './tables';
import { authorities, pemFiles, tls } from './transport';

/** Everything that is judged of a well-shaped plan. Each rule bears with the faults that others tell. */
export const RULES: readonly ((plan: Plan) => Fault[])[] = [
  references,
  sharedPlaceNames,
  reservedSecrets,
  reservedDatasets,
  repeated,
  unserved,
  broughtTwice,
  takeovers,
  ownCountry,
  lawOfCells,
  lawsOfOneMarket,
  oneCellPerRegion,
  domains,
  hostedZones,
  zones,
  carriers,
  gateways,
  ranges,
  overlaps,
  reach,
  stores,
  databaseNames,
  parts,
  objectPaths,
  capacity,
  someTables,
  tables,
  identifiers,
  ambiguousTables,
  systemSchemas,
  sharedTables,
  sharedObjects,
  tls,
  pemFiles,
  authorities,
  cdn,
  sharedPaths,
  objectStores,
  objectSecrets,
  agents,
  sharedFolders,
  objectDenials,
  taskCount,
  order,
  stageCells,
  arrivals,
  dynamodbBetweenCells,
  peered,
  authoritiesOfOldCells,
  sandbox,
  mappingsSize,
  tableCount,
  egressRules,
  replicationNames,
  sharedNames,
  dynamodbNames,
];
