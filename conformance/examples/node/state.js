"use strict";

const { Problem } = require("./problem");

/** The profiles, the flows and the planned errors, of all accounts and regions. */
class State {
  constructor() {
    this.reset();
  }

  reset() {
    this.profiles = new Resources();
    this.flows = new Resources();
    this.faults = [];
  }

  /** Plans an error for the next calls of an operation, instead of what was planned for them. */
  plan(fault) {
    this.faults = this.faults.filter((planned) => !sameCalls(planned, fault));
    if (fault.times > 0) {
      this.faults.push(fault);
    }
  }

  failIfPlanned(operation, scope, name) {
    const fault = this.faults.find((planned) => sameCalls(planned, { operation, ...scope, name }));
    if (fault) {
      this.plan({ ...fault, times: fault.times - 1 });
      throw new Problem(fault.error, fault.message ?? "This error is planned.");
    }
  }
}

/** Resources of one kind, whose names are unique per account and region. */
class Resources {
  #byName = new Map();

  put(resource) {
    this.#byName.set(key(resource, resource.name), resource);
  }

  get(scope, name) {
    return this.#byName.get(key(scope, name));
  }

  remove(scope, name) {
    this.#byName.delete(key(scope, name));
  }

  all() {
    return [...this.#byName.values()];
  }
}

function key({ account, region }, name) {
  return `${account}/${region}/${name}`;
}

function sameCalls(one, other) {
  return one.operation === other.operation && key(one, one.name) === key(other, other.name);
}

module.exports = new State();
