// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_CERTIFICATES_HPP
#define EYEBALLS_TESTS_SUPPORT_CERTIFICATES_HPP

// Certificates that are made when they are needed, and so never expire.

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <atomic>
#include <memory>
#include <stdexcept>
#include <string>

namespace support {

template <auto Free> struct freed_by {
  template <class T> void operator()(T* p) const noexcept { Free(p); }
};

using key_ptr = std::unique_ptr<EVP_PKEY, freed_by<&EVP_PKEY_free>>;
using certificate_ptr = std::unique_ptr<X509, freed_by<&X509_free>>;
using bio_ptr = std::unique_ptr<BIO, freed_by<&BIO_free_all>>;

inline void must(bool well) {
  if (!well) throw std::runtime_error("OpenSSL made no certificate");
}

inline std::string text_in(const bio_ptr& bio) {
  char* data = nullptr;
  const long length = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(length)};
}

/// A key, and a certificate of it.
class identity {
 public:
  /// Of an authority that signs itself.
  explicit identity(const std::string& name) : identity(name, "", nullptr, 1) {}

  /// Of a server, for `names`, as "DNS:host.test,IP:127.0.0.1". In `days` it expires, or it has.
  identity(const std::string& names, const identity& authority, int days = 1)
      : identity("server", names, &authority, days) {}

  std::string certificate() const {
    const bio_ptr out(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_X509(out.get(), certificate_.get()) == 1);
    return text_in(out);
  }

  std::string key() const {
    const bio_ptr out(BIO_new(BIO_s_mem()));
    must(PEM_write_bio_PrivateKey(out.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) ==
         1);
    return text_in(out);
  }

 private:
  identity(const std::string& name, const std::string& names, const identity* authority, int days)
      : key_(EVP_EC_gen("P-256")), certificate_(X509_new()) {
    constexpr long a_day = 24L * 60 * 60;
    static std::atomic<long> serial = 0;
    X509* const x = certificate_.get();
    X509_set_version(x, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(x), -2 * a_day);
    X509_gmtime_adj(X509_getm_notAfter(x), days * a_day);
    X509_set_pubkey(x, key_.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    const identity& issuer = authority ? *authority : *this;
    X509_set_issuer_name(x, X509_get_subject_name(issuer.certificate_.get()));
    add(NID_basic_constraints, authority ? "CA:FALSE" : "critical,CA:TRUE");
    if (!names.empty()) add(NID_subject_alt_name, names);
    must(X509_sign(x, issuer.key_.get(), EVP_sha256()) > 0);
  }

  void add(int what, const std::string& value) {
    X509_EXTENSION* const e = X509V3_EXT_conf_nid(nullptr, nullptr, what, value.c_str());
    must(e && X509_add_ext(certificate_.get(), e, -1) == 1);
    X509_EXTENSION_free(e);
  }

  key_ptr key_;
  certificate_ptr certificate_;
};

}  // namespace support

#endif
