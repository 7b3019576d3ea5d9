// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/import_job.h"

#include "app/importing/item_builder.h"
#include "app/importing/joined_tables.h"
#include "app/importing/mapping.h"
#include "app/importing/row_reader.h"
#include "app/importing/text_file.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <list>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>

namespace zhida::importing {
namespace {

struct Finding {
    std::size_t line = 0;
    Error what;
    bool refused = false;
};

/// What the reading thread hands to the writing one.
struct Batch {
    std::vector<Item> items;
    std::vector<std::size_t> lines;  ///< of the items
    std::vector<Finding> findings;
    std::uint64_t rows = 0;
    std::uint64_t repeated = 0;  ///< rows that only say again what an earlier one said
};

/// A queue of at most kDepth batches. Either side may give up.
class BatchQueue {
public:
    bool push(Batch batch) {
        std::unique_lock lock(m_mutex);
        m_change.wait(lock, [this] { return m_closed || m_batches.size() < kDepth; });
        if (m_closed) {
            return false;
        }
        m_batches.push_back(std::move(batch));
        m_change.notify_all();
        return true;
    }
    std::optional<Batch> pop() {
        std::unique_lock lock(m_mutex);
        m_change.wait(lock, [this] { return m_closed || !m_batches.empty(); });
        if (m_batches.empty()) {
            return std::nullopt;
        }
        Batch batch = std::move(m_batches.front());
        m_batches.pop_front();
        m_change.notify_all();
        return batch;
    }
    /// No more is pushed; what is queued can still be popped.
    void close() {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_change.notify_all();
    }

private:
    static constexpr std::size_t kDepth = 4;
    std::mutex m_mutex;
    std::condition_variable m_change;
    std::deque<Batch> m_batches;
    bool m_closed = false;
};

/// Rows in, batches out.
class BatchMaker {
public:
    BatchMaker(RowReader& reader, const Mapping& mapping, ItemBuilder& builder, std::size_t size)
        : m_reader(reader), m_mapping(mapping), m_builder(builder), m_size(size) {}

    void run(BatchQueue& queue) {
        while (auto row = m_reader.next()) {
            ++m_batch.rows;
            ++m_rows;
            take(*row);
            if (m_batch.rows >= m_size && !queue.push(std::exchange(m_batch, {}))) {
                return;
            }
        }
        queue.push(std::exchange(m_batch, {}));
    }

private:
    struct Seen {
        std::size_t line = 0;
        std::size_t hash = 0;
        int times = 1;
    };

    void take(Result<Row>& row) {
        if (!row) {
            note(std::stoul("0" + row.error().arg("line")), row.error(), true);
            return;
        }
        const std::size_t line = row->line;
        for (Error& each : row->remarks) {
            note(line, std::move(each), false);
        }
        const Json fields = m_mapping.apply(std::move(row->fields));
        auto built = m_builder.build(fields, row->damaged, 1);
        if (built && isRepeated(*built, line)) {
            return;
        }
        if (built && m_repeat > 1) {
            note(line, Error("row.repeated", {{"id", built->identity}, {"line", std::to_string(m_first)}}), false);
            built = m_builder.build(fields, row->damaged, m_repeat);
        }
        if (!built) {
            note(line, built.error(), true);
            return;
        }
        checkCityRules(*built, line);
        for (Error& each : built->remarks) {
            note(line, std::move(each), false);
        }
        m_batch.items.push_back(std::move(built->item));
        m_batch.lines.push_back(line);
    }

    /// True: word for word an earlier row. Else m_repeat says the how manieth row with this id it is.
    bool isRepeated(const Built& built, std::size_t line) {
        m_repeat = 1;
        if (built.identity.empty()) {
            return false;
        }
        const auto [it, fresh] = m_seen.try_emplace(built.identity, Seen{line, built.contentHash, 1});
        if (fresh) {
            return false;
        }
        m_first = it->second.line;
        if (it->second.hash == built.contentHash) {
            ++m_batch.repeated;
            note(line, Error("row.same", {{"id", built.identity}, {"line", std::to_string(m_first)}}), false);
            return true;
        }
        m_repeat = ++it->second.times;
        return false;
    }

    void checkCityRules(const Built& built, std::size_t line) {
        if (m_mapping.warnRepeatedTitle && !built.title.empty()) {
            if (const auto [it, fresh] = m_titles.try_emplace(built.title, line); !fresh) {
                note(line, Error("title.taken", {{"title", built.title}, {"line", std::to_string(it->second)}}), false);
            }
        }
        if (m_mapping.batchLimit > 0 && m_rows == m_mapping.batchLimit + 1) {
            note(line, Error("batch.tooLarge", {{"limit", std::to_string(m_mapping.batchLimit)}}), false);
        }
    }

    void note(std::size_t line, Error what, bool refused) {
        m_batch.findings.push_back({line, std::move(what), refused});
    }

    RowReader& m_reader;
    const Mapping& m_mapping;
    ItemBuilder& m_builder;
    std::size_t m_size;
    Batch m_batch;
    std::uint64_t m_rows = 0;
    std::unordered_map<std::string, Seen> m_seen;
    std::unordered_map<std::string, std::size_t> m_titles;
    int m_repeat = 1;
    std::size_t m_first = 0;
};

/// The writing half.
class Writer {
public:
    Writer(ImportSink& sink, const ImportListener& listener, ImportCounts& counts)
        : m_sink(sink), m_listener(listener), m_counts(counts) {}

    Status take(Batch batch) {
        m_counts.rows += batch.rows;
        m_counts.unchanged += batch.repeated;
        for (const Finding& each : batch.findings) {
            tell(each);
        }
        if (batch.items.empty()) {
            return done();
        }
        const auto result = m_sink.put(std::move(batch.items));
        if (!result) {
            return result.error();
        }
        m_counts.added += result->added;
        m_counts.changed += result->changed;
        m_counts.unchanged += result->unchanged;
        for (const PutRefusal& each : result->refused) {
            tell({batch.lines.at(each.index), each.why, true});
        }
        return done();
    }

private:
    void tell(const Finding& finding) {
        ++(finding.refused ? m_counts.refused : m_counts.remarks);
        if (m_listener) {
            m_listener(finding.line, finding.what, finding.refused);
        }
    }

    ImportSink& m_sink;
    const ImportListener& m_listener;
    ImportCounts& m_counts;
};

/// Reading on a thread of its own; whatever happens on this one, the thread is joined.
class ReadingThread {
public:
    ReadingThread(BatchMaker& maker, BatchQueue& queue) : m_queue(queue), m_thread([this, &maker] { run(maker); }) {}
    ~ReadingThread() { finish(); }
    ReadingThread(const ReadingThread&) = delete;
    ReadingThread& operator=(const ReadingThread&) = delete;

    void finish() {
        m_queue.close();
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }
    [[nodiscard]] std::exception_ptr failure() const { return m_failure; }

private:
    void run(BatchMaker& maker) {
        try {
            maker.run(m_queue);
        } catch (...) {
            m_failure = std::current_exception();
        }
        m_queue.close();
    }

    BatchQueue& m_queue;
    std::exception_ptr m_failure;
    std::thread m_thread;
};

Status pump(BatchMaker& maker, Writer& writer) {
    BatchQueue queue;
    ReadingThread reading(maker, queue);
    while (auto batch = queue.pop()) {
        if (Status status = writer.take(std::move(*batch)); !status) {
            return status;
        }
    }
    reading.finish();
    if (reading.failure()) {
        std::rethrow_exception(reading.failure());
    }
    return done();
}

/// What is read, and the bytes that it is read from.
struct Source {
    std::list<TextFile> files;
    std::unique_ptr<RowReader> reader;

    [[nodiscard]] std::string encoding() const {
        return std::string(reader->sheet().empty() ? nameOf(files.front().encoding()) : "xlsx");
    }
};

/// An implementation list as a folder: one file a table.
Result<Source> openFolder(const std::string& folder) {
    Source source;
    std::vector<std::filesystem::path> paths;
    std::error_code failure;
    for (const auto& each : std::filesystem::directory_iterator(folder, failure)) {
        const std::string extension = each.path().extension().string();
        if (each.is_regular_file() && (extension == ".csv" || extension == ".tsv")) {
            paths.push_back(each.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<NamedTable> tables;
    for (const std::filesystem::path& each : paths) {
        auto file = TextFile::open(each.string());
        if (!file) {
            return file.error();
        }
        source.files.push_back(std::move(*file));
        auto reader = makeReader(each.string(), source.files.back().text(), {});
        if (!reader) {
            return reader.error();
        }
        tables.push_back({each.stem().string(), std::move(*reader)});
    }
    if (!isItemList(tables)) {
        return Error("import.noItemList", {{"file", folder}});
    }
    source.reader = joinItemList(std::move(tables));
    return source;
}

Result<Source> openSource(const ImportOptions& options) {
    std::error_code failure;
    if (std::filesystem::is_directory(options.file, failure)) {
        return openFolder(options.file);
    }
    Source source;
    auto file = TextFile::open(options.file);
    if (!file) {
        return file.error();
    }
    source.files.push_back(std::move(*file));
    auto reader = makeReader(options.file, source.files.back().text(), options.sheet);
    if (!reader) {
        return reader.error();
    }
    source.reader = std::move(*reader);
    return source;
}

std::string stemOf(const std::string& file) { return std::filesystem::path(file).stem().string(); }

Result<Mapping> chooseMapping(const ImportOptions& options, const RowReader& reader) {
    auto mapping = options.mappingText ? mappingFromText(options.kind, *options.mappingText)
                                       : mappingForHeader(options.kind, reader.header());
    if (mapping && !options.source.empty()) {
        mapping->source = options.source;
    }
    if (mapping && mapping->source.empty()) {
        mapping->source = stemOf(options.file);
    }
    return mapping;
}

}  // namespace

Result<ImportCounts> runImport(const ImportOptions& options, ImportSink& sink, const ImportListener& listener) {
    auto source = openSource(options);
    if (!source) {
        return source.error();
    }
    RowReader& reader = *source->reader;
    const auto mapping = chooseMapping(options, reader);
    if (!mapping) {
        return mapping.error();
    }
    const auto reference = sink.reference();
    if (!reference) {
        return reference.error();
    }
    ImportCounts counts;
    counts.sheet = reader.sheet();
    counts.encoding = source->encoding();
    counts.mapping = mapping->name;
    const auto builder = makeBuilder(options.kind, {&*mapping, &*reference, mapping->source});
    BatchMaker maker(reader, *mapping, *builder, options.batch);
    Writer writer(sink, listener, counts);
    if (const Status status = pump(maker, writer); !status) {
        return status.error();
    }
    if (counts.rows > 0 && counts.refused == counts.rows) {
        return Error("import.nothing", {{"file", options.file}, {"rows", std::to_string(counts.rows)}});
    }
    return counts;
}

}  // namespace zhida::importing
