"use strict";

const DEFAULT = { account: "123456789012", region: "us-east-1" };
const CREDENTIAL = /Credential=([^/,\s]+)\/[0-9]+\/([^/,\s]+)\//;

/** Whose resources a request is about: the credential scope of its signature says so; nothing is verified. */
function scopeOf(request) {
  const credential = CREDENTIAL.exec(request.get("Authorization") ?? "");
  if (!credential) {
    return DEFAULT;
  }
  const [, key, region] = credential;
  return { account: /^[0-9]{12}$/.test(key) ? key : DEFAULT.account, region };
}

module.exports = scopeOf;
