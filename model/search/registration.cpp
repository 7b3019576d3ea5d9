// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/registration.h"

#include "model/search/ranker.h"
#include "model/search/tokens.h"

#include <sqlite3.h>

#include <new>

namespace zhida::search {
namespace {

using Tokenize = int (*)(std::string_view, TokenizeFor, const TokenSink&);
using XToken = int (*)(void*, int, const char*, int, int, int);

/// The tokenizers have no state: what FTS5 calls an instance is the function itself.
struct Instance {
    Tokenize tokenize;
};
Instance textInstance{&tokenizeText};
Instance pinyinInstance{&tokenizePinyin};

int createInstance(void* context, const char** /*arguments*/, int /*count*/, Fts5Tokenizer** out) {
    *out = static_cast<Fts5Tokenizer*>(context);
    return SQLITE_OK;
}

void deleteInstance(Fts5Tokenizer* /*instance*/) {}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size, XToken xToken) {
    const auto purpose = (flags & FTS5_TOKENIZE_QUERY) != 0 ? TokenizeFor::query : TokenizeFor::document;
    const auto sink = [=](const Token& token) {
        return xToken(context, token.colocated ? FTS5_TOKEN_COLOCATED : 0, token.text.data(),
                      static_cast<int>(token.text.size()), static_cast<int>(token.begin), static_cast<int>(token.end));
    };
    if (text == nullptr || size <= 0) {
        return SQLITE_OK;
    }
    try {
        return reinterpret_cast<Instance*>(tokenizer)->tokenize({text, static_cast<std::size_t>(size)}, purpose, sink);
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
}

/// zhida_rank(table, ranker): shows the row to the ranker; always false. NULL without a ranker, so that SQL from elsewhere cannot reach it.
void rank(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* result, int count, sqlite3_value** values) {
    void* const pointer = count == 1 ? sqlite3_value_pointer(values[0], Ranker::kPointerType) : nullptr;
    if (pointer == nullptr) {
        sqlite3_result_null(result);
        return;
    }
    try {
        const int code = static_cast<Ranker*>(pointer)->visit(*api, fts);
        code == SQLITE_OK ? sqlite3_result_int(result, 0) : sqlite3_result_error_code(result, code);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(result);
    }
}

fts5_api* apiOf(sqlite::Database& database) {
    fts5_api* api = nullptr;
    sqlite::Statement query = database.prepare("SELECT fts5(?1)");
    sqlite3_bind_pointer(query.handle(), 1, &api, "fts5_api_ptr", nullptr);
    query.step();
    if (api == nullptr) {
        throw sqlite::Failure(SQLITE_ERROR, SQLITE_ERROR, database.path().string(), "SQLite was built without FTS5");
    }
    return api;
}

}  // namespace

void registerSearch(sqlite::Database& database) {
    fts5_api* const api = apiOf(database);
    void* context = nullptr;
    fts5_tokenizer known{};
    if (api->xFindTokenizer(api, "zhida_cjk", &context, &known) == SQLITE_OK) {
        return;
    }
    fts5_tokenizer own{&createInstance, &deleteInstance, &tokenize};
    int code = api->xCreateTokenizer(api, "zhida_cjk", &textInstance, &own, nullptr);
    if (code == SQLITE_OK) {
        code = api->xCreateTokenizer(api, "zhida_pinyin", &pinyinInstance, &own, nullptr);
    }
    if (code == SQLITE_OK) {
        code = api->xCreateFunction(api, "zhida_rank", nullptr, &rank, nullptr);
    }
    if (code != SQLITE_OK) {
        sqlite::raise(database.handle(), code, "registerSearch");
    }
}

}  // namespace zhida::search
