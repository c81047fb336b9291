"use strict";

const { randomUUID } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const express = require("express");
const OpenApiValidator = require("express-openapi-validator");
const yaml = require("js-yaml");
const control = require("./control");
const { Problem, answerProblem } = require("./problem");

/** Makes the application: its routes and its validation are the contract's. */
function createApp() {
  const contract = yaml.load(fs.readFileSync(path.join(__dirname, "api", "openapi.yaml"), "utf8"));
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.enable("case sensitive routing");

  app.use(identify);
  app.use("/_control", control(contract));
  // A request is refused for the first of these that it does not pass.
  app.use(routing(contract.paths));
  app.use(mediaTypes);
  app.use(express.raw({ type: () => true, limit: "1mb" }), readObject);
  app.use(
    OpenApiValidator.middleware({
      apiSpec: contract,
      operationHandlers: __dirname,
      fileUploader: false,
      validateRequests: { allErrors: true, allowUnknownQueryParameters: true },
      validateSecurity: false,
    }),
  );
  app.use(answerProblem);
  return app;
}

function identify(request, response, next) {
  response.set("x-amzn-RequestId", randomUUID());
  next();
}

/** Refuses what the contract has no operation for. The validator would do so too, but after the body was read. */
function routing(paths) {
  return (request, response, next) => {
    const operations = paths[request.path.replace(/(.)\/$/, "$1")];
    if (!operations) {
      throw new Problem("UnknownOperationException", "There is nothing at this path.");
    }
    if (!operations[request.method.toLowerCase()]) {
      throw new Problem("UnknownOperationException", "The operation has another method.", 405);
    }
    next();
  };
}

function mediaTypes(request, response, next) {
  const type = request.get("Content-Type");
  const hasBody = request.get("Transfer-Encoding") !== undefined || Number(request.get("Content-Length") ?? 0) > 0;
  if (type === undefined ? hasBody : !isJson(type)) {
    throw new Problem("UnsupportedMediaTypeException", "The body's type is not application/json.");
  }
  if (!request.accepts("application/json")) {
    throw new Problem("NotAcceptableException", "The answer would be application/json.");
  }
  // Parameters do not matter, and the validator knows no other spelling.
  request.headers["content-type"] = "application/json";
  next();
}

function isJson(type) {
  return type.split(";")[0].trim().toLowerCase() === "application/json";
}

/** Reads a body as a JSON object without its null members, which count as absent. */
function readObject(request, response, next) {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.from("{}");
  let value;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Problem("SerializationException", "The body is not JSON.");
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new Problem("SerializationException", "The body is no JSON object.");
  }
  request.body = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
  next();
}

module.exports = createApp;
