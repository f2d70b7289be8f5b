import type { Fault } from '../fault';
import type { Plan } from '../model';
import { unwatched } from './alarms';
import { approvers, distinctApprovers } from './approvers';
import { carried } from './carried';
import { cdn, sharedPaths } from './cdn';
import { carriers, domains, hostedZones, oneCellPerRegion, zones } from './cells';
import { quietWithinFreeze } from './cutover';
import { broughtTwice, ownCountry, takeovers, unserved } from './homes';
import { ambiguousTables, identifiers, systemSchemas } from './identifiers';
import {
  arrivals,
  authoritiesOfOldCells,
  bucketReaders,
  changeLogs,
  dynamodbBetweenCells,
  peered,
} from './later-moves';
import { lawOfCells, lawsOfOneMarket } from './laws';
import {
  dynamodbNames,
  egressRules,
  mappingsSize,
  replicationNames,
  runbookSize,
  tableCount,
} from './limits';
import { gateways } from './links';
import { reservedDatasets, sharedNames } from './names';
import { overlaps, ranges, reach } from './networks';
import { agents, objectDenials, objectSecrets, objectStores, sharedFolders, taskCount } from './objects';
import { sharedObjects, sharedTables } from './overlap';
import { references, repeated, reservedSecrets, sharedPlaceNames } from './references';
import { erased } from './retired';
import { sandbox } from './sandbox';
import { order, stageCells } from './stages';
import { capacity, databaseNames, objectPaths, parts, stores } from './stores';
import { tableNames } from './table-names';
import { laterRows, someTables, tables } from './tables';
import { authorities, pemFiles, tls } from './transport';

type Rule = (plan: Plan) => Fault[];

/** What is judged of entries by themselves, or in pairs: true of them whatever else the plan lacks. */
export const RULES_OF_ENTRIES: readonly Rule[] = [
  sharedPlaceNames,
  reservedSecrets,
  reservedDatasets,
  repeated,
  ownCountry,
  lawsOfOneMarket,
  oneCellPerRegion,
  domains,
  hostedZones,
  zones,
  ranges,
  overlaps,
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
  dynamodbNames,
];

/** Everything that is judged of a well-shaped plan. Each rule bears with the faults that others tell. */
export const RULES: readonly Rule[] = [
  ...RULES_OF_ENTRIES,
  references,
  unserved,
  broughtTwice,
  takeovers,
  lawOfCells,
  carriers,
  gateways,
  reach,
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
  laterRows,
  erased,
  carried,
  unwatched,
  arrivals,
  dynamodbBetweenCells,
  changeLogs,
  peered,
  authoritiesOfOldCells,
  bucketReaders,
  approvers,
  distinctApprovers,
  quietWithinFreeze,
  sandbox,
  mappingsSize,
  tableCount,
  egressRules,
  replicationNames,
  runbookSize,
  tableNames,
  sharedNames,
];
