/**
 * Who signed a request: AWS Signature Version 4, verified on what came over the wire.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">how requests are signed</a>
 */
package io.github.appflowkit.server.signature;
