/** Checks of the documents and the maintainer's commands: compiled before anything is generated, never shipped. */
package io.github.appflowkit.openapi;
