import type { Fault } from '../fault';
import type { Plan } from '../model';
import { approvers } from './approvers';
import { cdn, sharedPaths } from './cdn';
import { carriers, domains, hostedZones, oneCellPerRegion, zones } from './cells';
import { broughtTwice, ownCountry, takeovers, unserved } from './homes';
import { ambiguousTables, identifiers, systemSchemas } from './identifiers';
import { lawOfCells, lawsOfOneMarket } from './laws';
import { dynamodbNames, mappingsSize, replicationNames, runbookSize, tableCount } from './limits';
import { reservedDatasets, sharedNames } from './names';
import { overlaps, ranges, reach } from './networks';
import { sharedObjects, sharedTables } from './overlap';
import { references, repeated, reservedSecrets, sharedPlaceNames } from './references';
import { sandbox } from './sandbox';
import { notBuiltYet, order, stageCells } from './stages';
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
  order,
  stageCells,
  notBuiltYet,
  approvers,
  sandbox,
  mappingsSize,
  tableCount,
  replicationNames,
  runbookSize,
  sharedNames,
  dynamodbNames,
];
