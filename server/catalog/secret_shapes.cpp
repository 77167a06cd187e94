#include "catalog/secret_shapes.h"

#include <array>

namespace slipway::catalog {

namespace {

constexpr auto shapes = std::to_array<SecretShape>({
    {"AKIA", 16, "", "an access key of AWS"},
    {"ASIA", 16, "", "an access key of AWS"},
    {"ghp_", 36, "", "a token of GitHub"},
    {"gho_", 36, "", "a token of GitHub"},
    {"ghs_", 36, "", "a token of GitHub"},
    {"ghr_", 36, "", "a token of GitHub"},
    {"github_pat_", 60, "_", "a token of GitHub"},
    {"glpat-", 20, "_-", "a token of GitLab"},
    {"npm_", 36, "", "a token of npm"},
    {"pypi-AgEIcHlwaS5vcmc", 40, "_-", "a token of PyPI"},
    {"dckr_pat_", 27, "_-", "a token of Docker Hub"},
    {"xoxb-", 20, "-", "a token of Slack"},
    {"xoxp-", 20, "-", "a token of Slack"},
    {"sk_live_", 24, "", "a key of Stripe"},
    {"rk_live_", 24, "", "a key of Stripe"},
    {"AIza", 35, "_-", "a key of Google"},
    {"ya29.", 30, "_-", "a token of Google"},
    {"SG.", 60, "_-.", "a key of SendGrid"},
    {"hf_", 34, "", "a token of Hugging Face"},
    {"dop_v1_", 64, "", "a token of DigitalOcean"},
    {"hvs.", 24, "_-", "a token of Vault"},
});

}  // namespace

std::span<const SecretShape> secret_shapes() { return shapes; }

}  // namespace slipway::catalog
