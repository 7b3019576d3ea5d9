// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ui/window_figures.h"

#include "app/desk/desk_runtime.h"
#include "model/service/local_desk.h"
#include "model/service/sqlite_desk_reader.h"
#include "model/sqlite/transaction.h"
#include "model/storage/article_store.h"
#include "model/storage/desk_database.h"
#include "model/storage/record_table.h"
#include "model/wire/codec.h"
#include "tests/bench/bench_office.h"
#include "ui/docks/knowledge_panel.h"
#include "ui/docks/queue_panel.h"
#include "ui/shell/appearance.h"
#include "ui/shell/main_window.h"
#include "ui/support/qt_executor.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QTemporaryDir>
#include <QWindow>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

namespace zhida::bench {
namespace {

constexpr int kRows = 50;
constexpr int kPaintings = 40;
constexpr int kStarts = 7;
constexpr qint64 kPatienceMs = 30'000;

/// Made with the first figure that needs it; style and fonts are part of a start only once in a process. Never deleted: at the
/// exit of a process Qt's own statics go before ours.
QApplication& application() {
    static int count = 1;
    static char name[] = "bench";
    static char* arguments[] = {name, nullptr};
    static const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");
    static QApplication& made = *new QApplication(count, arguments);
    static const bool dressed = [] {
        ui::speak(made, QStringLiteral("zh"));
        ui::dress(made, false);
        return true;
    }();
    (void)offscreen;
    (void)dressed;
    return made;
}

/// Lets the event loop run until `done`.
template <class Done>
void runUntil(const char* what, Done done) {
    QElapsedTimer waited;
    waited.start();
    while (!done()) {
        if (waited.elapsed() > kPatienceMs) {
            std::fprintf(stderr, "bench: %s: no answer\n", what);
            std::exit(1);
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    }
}

/// Counts the paintings of rows that are over.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QAbstractItemView& view) : m_view(view) { view.viewport()->installEventFilter(this); }
    [[nodiscard]] int painted() const { return m_painted; }

private:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Paint || m_view.model()->rowCount() == 0) {
            return false;
        }
        m_view.viewport()->removeEventFilter(this);
        QCoreApplication::sendEvent(watched, event);
        m_view.viewport()->installEventFilter(this);
        ++m_painted;
        return true;
    }

    QAbstractItemView& m_view;
    int m_painted = 0;
};

void fillWithArticles(const std::filesystem::path& file, std::size_t count,
                      const std::function<domain::Article(std::size_t)>& article, Day today) {
    constexpr std::size_t kStep = 5'000;
    storage::DeskDatabase desk = orEnd(storage::DeskDatabase::open(file));
    storage::RecordTable records(desk.connection());
    for (std::size_t i = 0; i < count; i += kStep) {
        sqlite::Transaction transaction(desk.connection());
        for (std::size_t j = i; j < std::min(count, i + kStep); ++j) {
            const domain::Article each = article(j);
            records.put(storage::kArticleKind, each.key, wire::encode(each));
        }
        transaction.commit();
    }
    storage::ArticleStore store(desk.connection());
    for (bool done = false; !done;) {
        sqlite::Transaction transaction(desk.connection());
        done = store.catchUp(today, kStep);
        transaction.commit();
    }
}

service::QueueFilter openByDueTime() {
    service::QueueFilter filter;
    filter.view = service::QueueView::all;
    filter.openOnly = true;
    filter.order = service::QueueOrder::due;
    return filter;
}

struct Start {
    double password = 0;
    double rest = 0;
};

Start startOnce(const std::filesystem::path& file, const std::string& password) {
    const SystemClock clock;
    SystemRng rng;
    ui::QtExecutor replies;
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("zhida.ini")), QSettings::IniFormat);
    desk::DeskOptions options;
    options.file = file;
    options.offline = true;
    options.replies = &replies;
    options.clock = &clock;
    options.rng = &rng;
    Start start;
    std::unique_ptr<desk::DeskRuntime> runtime;
    start.rest = secondsOf([&] { runtime = orEnd(desk::DeskRuntime::open(options)); });
    start.password = secondsOf([&] {
        std::optional<Result<desk::Unlocked>> unlocked;
        runtime->unlock(password, [&unlocked](Result<desk::Unlocked> outcome) { unlocked = std::move(outcome); });
        runUntil("unlock", [&unlocked] { return unlocked.has_value(); });
        orEnd(*unlocked);
    });
    std::unique_ptr<ui::MainWindow> window;
    start.rest += secondsOf([&] {
        window = std::make_unique<ui::MainWindow>(ui::WindowOptions{runtime->desk(), clock, settings, true, {}});
        window->queue().setView(service::QueueView::all);  // the one that certainly has rows
        const PaintWatch watch(window->queue().view());
        window->show();
        runUntil("first rows", [&watch] { return watch.painted() > 0; });
    });
    window.reset();
    return start;
}

}  // namespace

void paintQueue(const std::filesystem::path& file, std::size_t count, std::vector<Figure>& figures) {
    application();
    const SystemClock clock;
    service::SqliteDeskReader reader(orEnd(storage::DeskDatabase::openReader(file)), {&clock, UtcOffset{480}, {}});
    ui::QueueModel model(clock, UtcOffset{480});
    ui::QueueView view(model);
    view.resize(520, kRows * 60);
    view.show();
    runUntil("exposed", [&view] { return view.windowHandle()->isExposed(); });
    const PaintWatch watch(view);
    std::vector<double> all;
    std::vector<double> painting;
    std::optional<std::string> after;
    for (int n = 0; n < kPaintings; ++n) {
        double paint = 0;
        all.push_back(1000 * secondsOf([&] {
                          service::QueuePage page = reader.list(openByDueTime(), kRows, after);
                          after = page.next;
                          paint = 1000 * secondsOf([&] {
                                      model.reset(std::move(page.rows), false);
                                      view.viewport()->repaint();
                                  });
                      }));
        painting.push_back(paint);
        if (model.rowCount() < kRows || watch.painted() != n + 1) {
            std::fprintf(stderr, "bench: %d rows, painted %d of %d times\n", model.rowCount(), watch.painted(), n + 1);
            std::exit(1);
        }
    }
    const std::string title = std::to_string(count) + " tickets: 50 rows read and painted";
    constexpr double kAimMs = 16;
    figures.push_back({title + ", p50", percentile(all, 0.5), "ms", "aim: one frame", kAimMs});
    figures.push_back({title + ", p99", percentile(all, 0.99), "ms", "aim: one frame", kAimMs});
    figures.push_back({title + ", of that model and delegate, p50", percentile(painting, 0.5), "ms", "", 0});
}

void startWindow(const std::filesystem::path& file, const std::string& password, std::size_t count,
                 std::vector<Figure>& figures) {
    application();
    std::vector<double> rest;
    std::vector<double> check;
    for (int n = 0; n < kStarts; ++n) {
        const Start start = startOnce(file, password);
        rest.push_back(1000 * start.rest);
        check.push_back(1000 * start.password);
    }
    const std::string title = std::to_string(count) + " tickets: window";
    constexpr double kAimMs = 300;
    figures.push_back({title + " started until the first rows are painted, the first time", rest.front(), "ms",
                       "aim for the hand and eye", kAimMs});
    figures.push_back({title + " started until the first rows are painted, p50", percentile(rest, 0.5), "ms",
                       "aim for the hand and eye", kAimMs});
    figures.push_back({title + ": its password check, p50", percentile(check, 0.5), "ms", "", 0});
}

void typeSearch(std::size_t count, const std::function<domain::Article(std::size_t)>& article,
                const std::vector<std::string>& questions, std::vector<Figure>& figures) {
    application();
    const SystemClock clock;
    SystemRng rng;
    ui::QtExecutor replies;
    const Folder folder;
    const UtcOffset offset{480};
    fillWithArticles(folder.path("desk.db"), count, article, localDay(clock.now(), offset));
    const auto desk = orEnd(service::LocalDesk::open({folder.path("desk.db"), &clock, &rng, &replies, offset}));
    ui::DeskSignals changes(*desk);
    ui::KnowledgePresenter presenter(*desk, changes, clock);
    ui::KnowledgePanel panel(presenter);
    panel.resize(420, 900);
    panel.show();
    runUntil("exposed", [&panel] { return panel.windowHandle()->isExposed(); });
    const PaintWatch watch(*panel.findChild<QListView*>());
    int found = 0;
    int paintedThen = 0;
    QObject::connect(&presenter, &ui::KnowledgePresenter::found, &panel, [&] {
        ++found;
        paintedThen = watch.painted();
    });
    std::vector<double> all;
    for (const std::string& question : questions) {
        panel.searchFor({});
        for (const QChar key : QString::fromStdString(question)) {
            const int before = found;
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(key));
            const double ms =
                1000 * secondsOf([&] {
                    QCoreApplication::sendEvent(panel.findChild<QLineEdit*>(), &press);
                    runUntil("a search", [&] {
                        return found > before && (presenter.model().rowCount() == 0 || watch.painted() > paintedThen);
                    });
                });
            if (presenter.model().rowCount() > 0) {
                all.push_back(ms);
            }
        }
    }
    const std::string title = std::to_string(count) + " articles: key press until the list is painted";
    constexpr double kAimMs = 16;
    figures.push_back({title + ", p50", percentile(all, 0.5), "ms", "aim: one frame", kAimMs});
    figures.push_back({title + ", p95", percentile(all, 0.95), "ms", "", 0});
}

}  // namespace zhida::bench
