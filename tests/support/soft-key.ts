/** A key that is made of software and signs as a real one does (ES256, no attestation), so that what is verified is real. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { AddingOptions } from "#db/passkey/adding.ts";
import type { UsingOptions } from "#db/passkey/using.ts";
import type { Site } from "#domain/passkey.ts";

export const SITE: Site = { id: "camp.example", origin: "https://camp.example" };

/** How a browser or a key differs from one that is right. */
type Otherwise = {
  origin?: string;
  rpId?: string;
  /** Its owner was not asked for a finger or a PIN. */
  unverified?: boolean;
  challenge?: string;
  /** Whose it says it is. */
  handle?: string;
};

const UP = 0x01;
const UV = 0x04;
const AT = 0x40;

export class SoftKey {
  readonly id = randomBytes(16);
  /** How often it was used; a key that is on several phones says 0 for ever. */
  counter: number;
  readonly #counts: boolean;
  readonly #private: KeyObject;
  readonly #cose: Buffer;
  #handle = "";

  constructor({ counts = true } = {}) {
    this.#counts = counts;
    this.counter = counts ? 1 : 0;
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#private = privateKey;
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const [ofX, ofY] = [Buffer.from(x, "base64url"), Buffer.from(y, "base64url")];
    this.#cose = cbor(
      new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, ofX],
        [-3, ofY],
      ]),
    );
  }

  /** As `navigator.credentials.create`. */
  make(options: AddingOptions, otherwise: Otherwise = {}): RegistrationResponseJSON {
    this.#handle = options.user.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.#cose]);
    const authData = Buffer.concat([this.#head(AT, otherwise), credential]);
    const attestation = new Map<string, string | Buffer | Map<string, string>>([
      ["fmt", "none"],
      ["attStmt", new Map<string, string>()],
      ["authData", authData],
    ]);
    const clientDataJSON = said("webauthn.create", options.challenge, otherwise);
    return this.#answer({ clientDataJSON, attestationObject: base64url(cbor(attestation)) });
  }

  /** As `navigator.credentials.get`. */
  use(options: UsingOptions, otherwise: Otherwise = {}): AuthenticationResponseJSON {
    if (this.#counts) this.counter += 1;
    const authData = this.#head(0, otherwise);
    const clientDataJSON = said("webauthn.get", options.challenge, otherwise);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, "base64url"))]);
    return this.#answer({
      ...{ clientDataJSON, authenticatorData: base64url(authData) },
      signature: base64url(sign("sha256", signed, this.#private)),
      userHandle: otherwise.handle ?? this.#handle,
    });
  }

  #head(flags: number, { rpId = SITE.id, unverified = false }: Otherwise): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | UP | (unverified ? 0 : UV)]), counter]);
  }

  #answer<Response>(response: Response) {
    const id = base64url(this.id);
    return { id, rawId: id, type: "public-key" as const, response, clientExtensionResults: {} };
  }
}

function said(type: string, challenge: string, { origin = SITE.origin, ...otherwise }: Otherwise): string {
  const data = { type, challenge: otherwise.challenge ?? challenge, origin, crossOrigin: false };
  return base64url(Buffer.from(JSON.stringify(data)));
}

const base64url = (bytes: Buffer) => bytes.toString("base64url");
const sha256 = (of: string | Buffer) => createHash("sha256").update(of).digest();

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** As much of RFC 8949 as a key needs. */
function cbor(value: unknown): Buffer {
  const it = value as Cbor;
  if (typeof it === "number") return it < 0 ? head(1, -1 - it) : head(0, it);
  if (typeof it === "string") return Buffer.concat([head(3, Buffer.byteLength(it)), Buffer.from(it)]);
  if (Buffer.isBuffer(it)) return Buffer.concat([head(2, it.length), it]);
  const pairs = [...it].flatMap(([key, of]) => [cbor(key), cbor(of)]);
  return Buffer.concat([head(5, it.size), ...pairs]);
}

function head(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n]);
  if (n < 256) return Buffer.from([(major << 5) | 24, n]);
  return Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
}
