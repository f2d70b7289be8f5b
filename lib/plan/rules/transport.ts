import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from '../error-code';
import { shown, type Fault } from '../fault';
import { isMoving, type Plan } from '../model';
import { authorityProblem, serverCertificateProblem, signerProblem } from '../pem';
import { authoritiesFile, authoritiesUrl, rdsAuthorities } from '../rds-authorities';
import { ENGINES, type Database } from '../schema';

/** The modes in which data travels encrypted, to a server whose certificate is verified. */
const VERIFIED = ['verify-ca', 'verify-full'];

/** Would pass for its public half, or beside a certificate: it has no business beside a plan. */
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;

/** TLS modes that an engine lacks, that would let data travel unencrypted or unverified, or that lack their CA. */
export function tls({ file }: Plan): Fault[] {
  return Object.entries(file.source.databases).flatMap(([id, database]): Fault[] => {
    const modes: readonly string[] = ENGINES[database.engine];
    const allowed = modes.filter((mode) => VERIFIED.includes(mode)).join(', ');
    const path = ['source', 'databases', id, 'tls'];
    const fix = 'remove it: verify-full is the default';
    if (!modes.includes(database.tls)) {
      return [
        {
          path,
          problem: `DMS has no such TLS mode for ${database.engine}`,
          found: database.tls,
          allowed,
          fix,
        },
      ];
    }
    if (!VERIFIED.includes(database.tls)) {
      const problem = `data would travel ${database.tls === 'none' ? 'unencrypted' : 'to a server that nothing verifies'}`;
      return [{ path, problem, found: database.tls, allowed, fix }];
    }
    return database.ca === undefined ? [missingAuthority(id, database)] : [];
  });
}

function missingAuthority(id: string, database: Database): Fault {
  return {
    path: ['source', 'databases', id],
    atKey: true,
    problem: `${database.tls} needs the certificate authority of the server`,
    fix: 'add ca: a .pem file beside the plan',
  };
}

/** Files of the plan that are missing, or are not what their key says. */
export function pemFiles({ file, folder }: Plan): Fault[] {
  const authority = {
    what: 'a certificate in PEM',
    fix: 'write it with `openssl x509 -in <certificate> -outform PEM`',
  };
  const authorities = Object.entries(file.source.databases).map(([id, { ca }]) => ({
    ...authority,
    path: ['source', 'databases', id, 'ca'],
    name: ca,
    problemOf: authorityProblem,
  }));
  const stores = Object.entries(file.source.objects).map(([id, { ca }]) => ({
    ...authority,
    path: ['source', 'objects', id, 'ca'],
    name: ca,
    problemOf: serverCertificateProblem,
  }));
  const signers = Object.entries(file.cells).map(([id, { signer }]) => ({
    path: ['cells', id, 'signer'],
    name: signer,
    what: 'a public key in PEM, RSA 2048 or ECDSA P-256',
    fix: 'write it with `openssl pkey -in <private key> -pubout`',
    problemOf: signerProblem,
  }));
  return [...authorities, ...stores, ...signers].flatMap(({ path, name, what, fix, problemOf }): Fault[] => {
    if (name === undefined) return [];
    const found = shown(name);
    try {
      const text = readFileSync(resolve(folder, name), 'utf8');
      if (PRIVATE_KEY.test(text)) {
        const change = 'keep only the public part in the file; if the key is in use, change it';
        return [{ path, problem: 'holds a private key', found, allowed: what, fix: change }];
      }
      const problem = problemOf(text);
      return problem === undefined ? [] : [{ path, problem, found, allowed: what, fix }];
    } catch (error) {
      const problem =
        errorCode(error) === 'ENOENT' ? 'no such file beside the plan' : 'a file that cannot be read';
      return [{ path, problem, found, allowed: what }];
    }
  });
}

/** Cells that tables move to in Aurora, where nothing says which authorities its servers are verified with. */
export function authorities({ file, folder, moves }: Plan): Fault[] {
  return Object.entries(file.cells).flatMap(([id, { region }]): Fault[] => {
    const move = moves.find(
      ({ cell, stage, dataset }) =>
        cell === id && isMoving(stage) && file.datasets[dataset]?.store.startsWith('aurora-'),
    );
    if (move === undefined || rdsAuthorities(region, folder).length > 0) return [];
    return [
      {
        path: ['cells', id, 'region'],
        problem: `dataset ${move.dataset} is ${move.stage} here, but the certificate authorities of Aurora in this region are not known`,
        found: region,
        fix: `save ${authoritiesUrl(region)} as ${authoritiesFile(region)} beside the plan`,
      },
    ];
  });
}
